/**
 * The script of the one-file exhibit, written out by its source text: it may name nothing outside of itself. Pictures are
 * panned by dragging, zoomed by wheel, keys and buttons; a click on a mark leads to its line in the table.
 */
export function viewer(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('figure[data-picture]')];
  const show = (k: number): void => {
    figures.forEach((f, i) => {
      f.hidden = i !== k;
    });
    document.querySelectorAll<HTMLElement>('[data-tab]').forEach((b) => {
      b.setAttribute('aria-pressed', String(Number(b.dataset['tab']) === k));
    });
  };
  document.querySelectorAll<HTMLElement>('[data-tab]').forEach((b) => {
    b.addEventListener('click', () => show(Number(b.dataset['tab'])));
  });
  show(0);
  const light = (id: string): void => {
    document.querySelectorAll('.lit').forEach((el) => {
      el.classList.remove('lit');
    });
    const row = document.getElementById(id);
    if (!row) return;
    row.classList.add('lit');
    row.scrollIntoView({ block: 'center' });
  };
  for (const figure of figures) {
    const svg = figure.querySelector('svg');
    if (!svg) continue;
    const [, , w, h] = (svg.getAttribute('viewBox') ?? '0 0 1 1').split(' ').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    let box = { x: 0, y: 0, w, h };
    const put = (): void => {
      box.w = Math.max(w / 40, Math.min(w, box.w));
      box.h = (box.w * h) / w;
      box.x = Math.max(0, Math.min(w - box.w, box.x));
      box.y = Math.max(0, Math.min(h - box.h, box.y));
      svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.w} ${box.h}`);
    };
    const zoom = (by: number, px = 0.5, py = 0.5): void => {
      const [cx, cy] = [box.x + px * box.w, box.y + py * box.h];
      const to = Math.max(w / 40, Math.min(w, box.w * by));
      box = { x: cx - px * to, y: cy - (py * (to * h)) / w, w: to, h: (to * h) / w };
      put();
    };
    svg.addEventListener(
      'wheel',
      (e) => {
        if (!e.ctrlKey && !e.metaKey && box.w >= w && e.deltaY > 0) return;
        e.preventDefault();
        const r = svg.getBoundingClientRect();
        zoom(e.deltaY > 0 ? 1.2 : 1 / 1.2, (e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height);
      },
      { passive: false },
    );
    let held: { x: number; y: number; moved: boolean } | null = null;
    svg.addEventListener('pointerdown', (e) => {
      held = { x: e.clientX, y: e.clientY, moved: false };
    });
    svg.addEventListener('pointermove', (e) => {
      if (!held || e.buttons !== 1) return;
      const r = svg.getBoundingClientRect();
      if (Math.abs(e.clientX - held.x) + Math.abs(e.clientY - held.y) > 3) held.moved = true;
      box.x -= ((e.clientX - held.x) / r.width) * box.w;
      box.y -= ((e.clientY - held.y) / r.height) * box.h;
      held = { x: e.clientX, y: e.clientY, moved: held.moved };
      put();
    });
    svg.addEventListener('click', (e) => {
      const id = (e.target as Element).getAttribute('data-row');
      if (id && !held?.moved) light(id);
    });
    figure.addEventListener('keydown', (e) => {
      const moves: Record<string, () => void> = {
        '+': () => zoom(1 / 1.4),
        '=': () => zoom(1 / 1.4),
        '-': () => zoom(1.4),
        '0': () => {
          box = { x: 0, y: 0, w, h };
          put();
        },
        ArrowLeft: () => {
          box.x -= box.w / 6;
          put();
        },
        ArrowRight: () => {
          box.x += box.w / 6;
          put();
        },
      };
      const move = moves[e.key];
      if (!move) return;
      e.preventDefault();
      move();
    });
    figure.querySelectorAll<HTMLElement>('[data-zoom]').forEach((b) => {
      b.addEventListener('click', () => {
        const by = Number(b.dataset['zoom']);
        if (by === 0) {
          box = { x: 0, y: 0, w, h };
          put();
        } else zoom(by);
      });
    });
  }
}
