import type { Ink } from '../scene/scene';

export type Palette = Readonly<Record<Ink, string>>;

/** Each told apart from the others in grey as well: hatch, shape and place carry the meaning, colour only helps. */
const LIGHT: Palette = {
  ink: '#1a2233',
  muted: '#5b6472',
  line: '#dfe3e8',
  faint: '#cfd8e2',
  paper: '#ffffff',
  panel: '#f1f3f6',
  mission: '#245a8d',
  mission2: '#44719c',
  off: '#b9760c',
  canine: '#6b46a8',
  act: '#475569',
  source: '#7d90a8',
  custody: '#3c7a58',
  finding: '#b01f24',
};

const DARK: Palette = {
  ink: '#e9edf3',
  muted: '#a3adba',
  line: '#343c49',
  faint: '#4a5666',
  paper: '#161b24',
  panel: '#1f2631',
  mission: '#6ea8dc',
  mission2: '#8db9e2',
  off: '#e0a23a',
  canine: '#b294ea',
  act: '#a9b5c5',
  source: '#8a9cb4',
  custody: '#6fb890',
  finding: '#ff8a84',
};

const CONTRAST: Palette = {
  ...LIGHT,
  ink: '#000000',
  muted: '#000000',
  line: '#767676',
  faint: '#b0b0b0',
  panel: '#ececec',
  mission: '#003a75',
  mission2: '#1d4f86',
  off: '#7a4a00',
  canine: '#4b1f92',
  act: '#1f2937',
  source: '#4a5a70',
  custody: '#0d4d2c',
  finding: '#990000',
};

export const PALETTES = { light: LIGHT, dark: DARK, contrast: CONTRAST } as const;
export type Theme = keyof typeof PALETTES;
