/** Where the browser announces no frame so long (ms) after seeking, it is asked again; what it never announces is not painted at all. */
export const UNANNOUNCED = 1500;
export const UNHEARD = 3;
/** A neighbor announced before the browser says that it has sought may be the picture of before: another is waited for so long, ms. */
export const STALE = 100;
/** What is asked for waits for the first picture, but no longer than this, ms: some browsers do not announce it. */
export const FIRST = 500;
/** Seeks to a frame itself before it is crept up to, and all tries before what is shown has to do. */
export const AIMS = 2;
export const TRIES = 12;
