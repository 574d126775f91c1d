import { Alert, Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { Page } from '../../papers/paper';
import { pagesLeft } from '../../papers/recogniser';
import type { PaperRow } from '../../record/discovery';
import { openWith, recognise } from './reading';

/** Page before, page after, and which one. */
export function Turner({
  number,
  last,
  onTurn,
}: {
  number: number;
  last: number;
  onTurn: (n: number) => void;
}) {
  if (last <= 1) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label="Page before" onClick={() => onTurn(number - 1)}>
        ‹
      </Button>
      <label className="cite">
        Page{' '}
        <input
          type="number"
          min={1}
          max={last}
          value={number}
          onChange={(e) => onTurn(Number(e.currentTarget.value))}
          style={{ width: 58 }}
        />{' '}
        of {last}
      </label>
      <Button size="compact-sm" variant="default" aria-label="Page after" onClick={() => onTurn(number + 1)}>
        ›
      </Button>
    </>
  );
}

/** Pages that are pictures, or whose text cannot be trusted: read on this machine, page by page. */
export function NotRead({
  paper,
  pages,
  bytes,
  onPages,
}: {
  paper: PaperRow;
  pages: readonly Page[];
  bytes: Uint8Array | null;
  onPages: (pages: readonly Page[]) => void;
}) {
  const picture = paper.kind === 'picture' && pages.length === 0;
  const left = picture ? 1 : paper.kind === 'pdf' ? pagesLeft(pages).length : 0;
  if (left === 0 || !bytes) return null;
  return (
    <Alert color="yellow" variant="light" mb="sm">
      {left === 1 ? 'One page is' : `${left} pages are`} not read: a picture, or text that cannot be trusted.
      A page takes some seconds on this machine, and each one done stays.{' '}
      <Button size="compact-xs" onClick={() => void recognise(paper, pages, onPages)}>
        Recognize {left === 1 ? 'it' : 'them'}
      </Button>
    </Alert>
  );
}

/** Asks for the password of a paper. */
export function Password({ paper }: { paper: PaperRow }) {
  const [word, setWord] = useState('');
  const [why, setWhy] = useState('');
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        void openWith(paper, word).then(setWhy, (error: unknown) => setWhy(String(error)));
      }}
    >
      <PasswordInput
        label="Password of this paper"
        description="The one that came with it. It stays in this tab and is not kept."
        value={word}
        onChange={(e) => setWord(e.currentTarget.value)}
        error={why || undefined}
        w={320}
        mb="xs"
      />
      <Button type="submit" size="xs" disabled={word === ''}>
        Open it
      </Button>
    </form>
  );
}
