import type { Limits } from './limits';
import { mailParts } from './mail';
import { kindOf } from './sniff';
import { zipMembers } from './zip';

/**
 * One file of a packet by the path that its inventory gives it: `walkPacket` names them so. Of archives and mails within others
 * only those on the way are opened. @returns null where the packet holds no such file @throws ZipRefused where it cannot be had
 */
export async function memberOf(
  packet: Uint8Array,
  path: string,
  limits: Limits,
  depth = 0,
): Promise<Uint8Array | null> {
  if (path === '') return packet;
  if (depth >= limits.depth) return null;
  const inside =
    kindOf(packet, path) === 'mail'
      ? (await mailParts(packet)).attached.map((a) => ({ path: a.name, bytes: () => a.bytes }))
      : zipMembers(packet, limits);
  const whole = inside.find((m) => m.path === path);
  if (whole) return whole.bytes();
  for (const m of inside)
    if (path.startsWith(`${m.path}/`)) {
      const found = await memberOf(m.bytes(), path.slice(m.path.length + 1), limits, depth + 1);
      if (found) return found;
    }
  return null;
}
