/** Tells of each picture that the browser puts on the screen, by what it calls its time, ms. @returns how to stop */
export function eachPicture(video: HTMLVideoElement, told: (at: number) => void): () => void {
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let callback = 0;
  const listen = (): void => {
    callback = video.requestVideoFrameCallback((_, { mediaTime }) => {
      // First of all: a picture that comes before it is listened for is not announced.
      listen();
      told(mediaTime * 1000);
    });
  };
  listen();
  return () => video.cancelVideoFrameCallback(callback);
}
