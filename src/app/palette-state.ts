import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open, and how it is opened; its own code is loaded when it first is. */
export const [paletteStore, palette] = createSpotlight();
