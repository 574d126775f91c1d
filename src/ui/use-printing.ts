import { useEffect, useState } from 'react';

/** Whether the page is being printed: then a place draws all of its rows, and nothing that only a screen needs. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const on = (): void => setPrinting(media.matches);
    on();
    media.addEventListener('change', on);
    return () => media.removeEventListener('change', on);
  }, []);
  return printing;
}
