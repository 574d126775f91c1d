import { readLetter } from '../letters';
import { headOf, says, textOf } from '../looks';
import type { Reader } from '../reader';

export const letter: Reader = {
  id: 'letter',
  name: 'Offer, notice or letter of production',
  sure: (p) =>
    Math.min(
      1,
      says(
        headOf(p),
        /notice of|in the .*court\b|superior court|district court|counsel\b|transfer receipt|dear |production|discovery (?:receipt|letter)|offer|prosecut|state'?s attorney/i,
      ) *
        0.5 +
        says(
          textOf(p),
          /\boffer\b/i,
          /\bhearing\b/i,
          /\b(?:v\.|versus)\b/i,
          /\bdue\b|expires|deadline/i,
          /counsel|defense/i,
          /enclosed please find|^\s*re:\s.*\bv\.|\bbates\b/im,
          /^\s*(?:dear\b.*|counsel)[:,]\s*$/im,
          /^Subject:/im,
        ) *
          0.12,
    ),
  read: readLetter,
};
