import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Table } from '../ui/Table';
import { TERMS } from '../words/glossary';
import css from './help.module.css';
import { PLACES } from './places';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'go anywhere, do anything'],
  ['?', 'this help: keys and words'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ...PLACES.map((p) => [`g ${p.key}`, `${p.name}: ${p.says}`] as const),
  ['n', 'new entries, over any place (g n in Footage)'],
  ['Enter, x, Delete', 'in the Record: edit the entry, choose it (Shift x: all up to it), take it out'],
  ['Ctrl Enter', 'in Import: add the entries'],
  ['g l', 'list of cases'],
  ['← →', 'move along the timeline'],
  ['+ −', 'zoom'],
  ['0, s, z', 'whole case, the stop, the selection'],
  ['↑ ↓', 'step through the entries'],
  ['w, m', 'the sheet as written; the one-minute view'],
  ['Esc', 'back to all findings; leave a form as it was'],
];

const FOOTAGE: readonly (readonly [string, string])[] = [
  ['Space, K', 'play or pause, pause'],
  ['J, L', 'backwards, forwards; again for twice as fast'],
  [', .', 'a frame back, a frame on (also ← →)'],
  ['Shift ← →', 'a second back, a second on'],
  ['< >', 'slower, faster'],
  ['/', 'jump to a time, or to a frame as #1200'],
  ['I, O, R', 'from here, to here, again and again'],
  ['a key of the set', 'marks it: held down for as long as it lasts, or once to begin and once to end'],
  ['Enter', 'note on the chosen mark'],
  ['Alt ← →', 'its beginning by a frame; with Shift its end'],
  ['[ ]', 'the camera beside, a frame earlier or later'],
  ['U, C', 'who begins to speak; the line spoken now as an entry'],
];

const PAPERS: readonly (readonly [string, string])[] = [
  ['J, K', 'the next proposal, the last one'],
  ['Enter', 'accepts it'],
  ['E, X', 'edits it first, refuses it'],
  ['U', 'takes back what was accepted or refused'],
  ['A', 'accepts all that are certain, as one step'],
  ['N', 'the words selected on the page as an entry'],
  ['Page up, Page down', 'turns the page'],
  ['Esc', 'back to all papers'],
];

/** What `?` shows: the tour, every key, and every word that the app uses in a sense of its own. */
export function Help({ onTour }: { onTour: (() => void) | null }) {
  return (
    <>
      {onTour && (
        <Button size="compact-sm" variant="default" onClick={onTour}>
          Take the tour, five steps
        </Button>
      )}
      <h3>Keys</h3>
      <KeyTable keys={KEYS} />
      <h3>In Papers</h3>
      <KeyTable keys={PAPERS} />
      <h3>In Footage</h3>
      <KeyTable keys={FOOTAGE} />
      <h3 id="words">Words</h3>
      <dl className={css['words']}>
        {TERMS.map((t) => (
          <Fragment key={t.word}>
            <dt>{t.word}</dt>
            <dd>{t.says}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function KeyTable({ keys }: { keys: typeof KEYS }) {
  return (
    <Table
      className="mapping"
      headless
      rows={keys}
      keyOf={([key]) => key}
      columns={[
        { head: 'Key', className: 'mono', nowrap: true, cell: ([key]) => key },
        { head: 'What it does', cell: ([, what]) => what },
      ]}
    />
  );
}
