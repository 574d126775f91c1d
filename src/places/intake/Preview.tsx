import { Loader, Paper } from '@mantine/core';
import type { Drafts } from '../../intake/drafts';
import type { CaseRecord } from '../../record/record';
import { KINDS } from '../../record/vocabulary';

const SHOWN = 12;
const REFUSED = 200;

/** What the import will create, and every line that is refused with its reason. */
export function Preview({ drafts, record }: { drafts: Drafts | null; record: CaseRecord }) {
  if (!drafts)
    return (
      <Paper withBorder p="md">
        <Loader size="sm" /> Reading the rows …
      </Paper>
    );
  const parts = [
    [drafts.events.length, 'event', 'events'],
    [drafts.custody.length, 'hand-over', 'hand-overs'],
    [drafts.items.length, 'new item', 'new items'],
    [drafts.clocks.length, 'new clock', 'new clocks'],
    [drafts.sources.length, 'new source', 'new sources'],
  ] as const;
  const items = new Map([...record.items, ...drafts.items].map((i) => [i.id, i.number]));
  return (
    <Paper withBorder p="md" aria-label="Preview" component="section">
      <p style={{ margin: '0 0 8px', fontWeight: 650 }}>
        Will create{' '}
        {parts
          .filter(([n]) => n > 0)
          .map(([n, one, many]) => `${n} ${n === 1 ? one : many}`)
          .join(', ') || 'nothing'}
        .
      </p>
      {drafts.notices.map((n) => (
        <p key={n} className="cite" style={{ margin: '0 0 6px' }}>
          {n}
        </p>
      ))}
      {drafts.clocks
        .filter((c) => c.zone !== '' && c.zone !== record.case.zone)
        .map((c) => (
          <p key={c.id} className="cite" style={{ margin: '0 0 6px' }}>
            {c.name} keeps {c.zone}; the case shows {record.case.zone}. Its times are carried over to that
            zone on the ruler, and stay as written in the record. The case’s zone can be changed under Case.
          </p>
        ))}
      {drafts.refused.length > 0 && (
        <>
          <div className="overline bad">
            {drafts.refused.length} {drafts.refused.length === 1 ? 'line' : 'lines'} refused
          </div>
          <table className="mapping" aria-label="Refused lines">
            <thead>
              <tr>
                <th>Line</th>
                <th>Column</th>
                <th>Why</th>
              </tr>
            </thead>
            <tbody>
              {drafts.refused.slice(0, REFUSED).map((r) => (
                <tr key={`${r.line} ${r.column} ${r.why}`}>
                  <td className="mono">{r.line}</td>
                  <td>{r.column}</td>
                  <td>{r.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {drafts.refused.length > REFUSED && (
            <p className="cite">and {drafts.refused.length - REFUSED} more</p>
          )}
        </>
      )}
      {drafts.events.length > 0 && (
        <table className="mapping" aria-label="Events to come" style={{ marginTop: 10 }}>
          <thead>
            <tr>
              <th>Day</th>
              <th>Time</th>
              <th>Ends</th>
              <th>Kind</th>
              <th>What</th>
            </tr>
          </thead>
          <tbody>
            {drafts.events.slice(0, SHOWN).map((e) => (
              <tr key={e.id}>
                <td className="mono">{e.date}</td>
                <td className="mono">{e.start}</td>
                <td className="mono">{e.end}</td>
                <td>{KINDS[e.kind].label}</td>
                <td>{e.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {drafts.custody.length > 0 && (
        <table className="mapping" aria-label="Hand-overs to come" style={{ marginTop: 10 }}>
          <thead>
            <tr>
              <th>Item</th>
              <th>Released</th>
              <th>Received</th>
              <th>Seal</th>
            </tr>
          </thead>
          <tbody>
            {drafts.custody.slice(0, SHOWN).map((c) => (
              <tr key={c.id}>
                <td>{items.get(c.itemId)}</td>
                <td>
                  {c.releasedBy || '—'}{' '}
                  <span className="mono">{c.releasedAt && `${c.releasedDate} ${c.releasedAt}`}</span>
                </td>
                <td>
                  {c.receivedBy || '—'}{' '}
                  <span className="mono">{c.receivedAt && `${c.receivedDate} ${c.receivedAt}`}</span>
                </td>
                <td>{c.seal}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {drafts.events.length + drafts.custody.length > SHOWN && (
        <p className="cite">The first {SHOWN} are shown.</p>
      )}
    </Paper>
  );
}
