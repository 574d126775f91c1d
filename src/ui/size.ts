/** Bytes as a person says them: `210 bytes`, `38 KB`, `4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 10_240
    ? `${bytes} bytes`
    : bytes < 10_485_760
      ? `${Math.round(bytes / 1024).toLocaleString('en-US')} KB`
      : `${Math.round(bytes / 1_048_576).toLocaleString('en-US')} MB`;

/** So many papers: `1 paper`, `12 papers`. */
export const papersText = (n: number): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? 'paper' : 'papers'}`;
