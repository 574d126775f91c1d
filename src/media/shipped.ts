/** Recordings that ship with the app, for its samples: file name to sha-256. */
export const SHIPPED: Readonly<Record<string, string>> = {
  'property-room.mp4': 'fde3690ec0f5971d38b53af94b48e0de1b25a79483d9f6a846d9714df1fa6d20',
};
