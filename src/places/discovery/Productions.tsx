import { Button } from '@mantine/core';
import { BLANK_PRODUCTION, layToProduction, productionOfPacket } from '../../actions/demands';
import { removeOwn } from '../../actions/own-rows';
import type { Came } from '../../analysis/productions';
import type { PaperRow } from '../../record/discovery';
import type { Production } from '../../record/productions';
import { printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { usePrinting } from '../../ui/use-printing';
import css from './discovery.module.css';
import { PRODUCTION_FIELDS } from './fields';

interface Props {
  readonly caseId: string;
  readonly came: readonly Came[];
  readonly productions: readonly Production[];
  readonly papers: readonly PaperRow[];
  readonly day: string;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** So many files are listed of one production before the rest is asked for. */
const FEW = 25;
const shortName = (p: PaperRow): string => p.name.split(/[/\\]/).at(-1) ?? p.name;

/** What came, production by production: files, what came before byte for byte, and what came changed. */
export function Productions(props: Props) {
  const { caseId, came, productions, papers, editing, onEdit } = props;
  const row = productions.find((p) => p.id === editing) ?? null;
  return (
    <section className={css['section']} aria-label="What came">
      <div className={css['bar']}>
        <h2>What came</h2>
        <Button size="compact-sm" variant="default" onClick={() => onEdit('new')}>
          New production
        </Button>
      </div>
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="productions"
          caseId={caseId}
          row={row}
          blank={BLANK_PRODUCTION}
          label={row ? `Edit ${row.name}` : 'New production'}
          fields={PRODUCTION_FIELDS}
          needs="name"
          papers={papers}
          onDone={() => onEdit(null)}
        />
      )}
      {came.length === 0 && editing !== 'new' && (
        <p className={css['empty']}>
          Nothing came yet. Drop the discovery under Papers; each archive becomes a production with its day.
        </p>
      )}
      {came.map((c) =>
        c.production ? (
          <OneProduction key={c.production.id} {...props} came={c} production={c.production} />
        ) : (
          <Loose key="loose" {...props} papers={c.papers} />
        ),
      )}
    </section>
  );
}

function OneProduction({
  caseId,
  papers,
  came: c,
  production: p,
  onEdit,
}: Omit<Props, 'came'> & { came: Came; production: Production }) {
  return (
    <article className={css['came']} aria-label={p.name} id={`row-${p.id}`}>
      <div className={css['bar']}>
        <h3>{p.name}</h3>
        <span>{c.day ? printDays(c.day) : <span className="bad">its day is not entered</span>}</span>
        <span className="cite">
          {c.papers.length} {c.papers.length === 1 ? 'file' : 'files'}, {c.pages} pages
          {p.packet === '' ? '' : `, from ${p.packet}`}
          {p.batesFrom === '' ? '' : `, Bates ${[p.batesFrom, p.batesTo].filter(Boolean).join('–')}`}
        </span>
        <PaperCite caseId={caseId} paper={p.paper} page={p.page} papers={papers} />
        <RowActions
          of={`the production ${p.name}`}
          onEdit={() => onEdit(p.id)}
          onRemove={() => void run(removeOwn('productions', p))}
        />
      </div>
      {p.letter !== '' && <p>{p.letter}</p>}
      {c.changed.map((x) => (
        <p key={x.paper.id} className="bad">
          {shortName(x.paper)} came before with another hash (as {x.before.name}): the two are not the same
          file.
        </p>
      ))}
      {c.again.length > 0 && (
        <p className="cite">
          {c.again.length} came before, byte for byte:{' '}
          {c.again
            .slice(0, 6)
            .map((x) => `${shortName(x.paper)} is ${shortName(x.first)}`)
            .join('; ')}
          {c.again.length > 6 ? ' …' : ''}
        </p>
      )}
      <Files caseId={caseId} papers={c.papers} of={p.name} />
    </article>
  );
}

function Files({ caseId, papers, of }: { caseId: string; papers: readonly PaperRow[]; of: string }) {
  const printing = usePrinting();
  if (papers.length === 0) return <p className="cite">No paper of the case is laid to it yet.</p>;
  return (
    <details open={printing || papers.length <= 8}>
      <summary>Files of {of}</summary>
      <Table
        rows={papers}
        keyOf={(p) => p.id}
        first={FEW}
        columns={[
          {
            head: 'File',
            cell: (p) =>
              p.pages > 0 && p.state !== 'again' ? (
                <a href={`#/case/${caseId}/papers?at=${p.id}`}>{p.name}</a>
              ) : (
                p.name
              ),
          },
          { head: 'Kind', cell: (p) => p.kind },
          { head: 'Pages', className: 'mono', cell: (p) => p.pages || '' },
          {
            head: 'Bates',
            className: 'mono',
            cell: (p) => [p.batesFrom, p.batesTo].filter(Boolean).join('–'),
          },
          {
            head: 'sha-256',
            className: 'mono',
            title: (p) => p.sha256,
            cell: (p) => (p.sha256 === '' ? '' : `${p.sha256.slice(0, 12)}…`),
          },
        ]}
      />
    </details>
  );
}

/** Papers that no production holds: an archive becomes one in one click. */
function Loose({ caseId, papers, productions, day }: Omit<Props, 'came'>) {
  const packets = [...new Set(papers.map((p) => p.packet))];
  return (
    <article className={css['came']} aria-label="Papers of no production">
      <h3>Papers of no production</h3>
      {packets.map((packet) => {
        const list = papers.filter((p) => p.packet === packet);
        const last = productions.at(-1);
        return (
          <div key={packet} className={css['bar']}>
            <span>
              {packet === '' ? 'Came by themselves' : packet}: {list.length}{' '}
              {list.length === 1 ? 'file' : 'files'}
            </span>
            {packet !== '' && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void run(productionOfPacket(caseId, packet, day))}
              >
                It came today: a production of {packet}
              </Button>
            )}
            {last && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void run(layToProduction(caseId, list, last))}
              >
                They belong to {last.name}
              </Button>
            )}
          </div>
        );
      })}
    </article>
  );
}
