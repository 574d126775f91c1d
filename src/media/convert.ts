/** A file's name for a shell: in double quotes, what has a meaning there escaped. */
const quoted = (name: string): string => `"${name.replace(/["\\$`]/g, '\\$&')}"`;

/**
 * The line for ffmpeg that makes a copy every browser plays, with each frame of the original at its own time and none added or left out.
 * @param file name of the original
 */
export function convertLine(file: string): string {
  const copy = `${file.replace(/\.\w{1,5}$/, '')} (copy).mp4`;
  return [
    `ffmpeg -i ${quoted(file)} -map 0:v:0? -map 0:a? -c:v libx264 -crf 16 -pix_fmt yuv420p`,
    `-fps_mode passthrough -enc_time_base -1 -c:a aac -b:a 192k ${quoted(copy)}`,
  ].join(' ');
}
