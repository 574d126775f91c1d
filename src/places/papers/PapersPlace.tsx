import { Anchor, Button, FileButton, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { acceptedOf, shortName } from '../../actions/discovery';
import { openedFor } from '../../actions/papers-in';
import type { PaperRow } from '../../record/discovery';
import { rowById } from '../../record/rows';
import { db } from '../../store/open';
import { bytesOf } from '../../store/papers';
import { handOver, useHanded } from '../../ui/handed';
import type { PlaceProps } from '../../ui/place';
import { sizeText } from '../../ui/size';
import { Table } from '../../ui/Table';
import { OnePaper } from './OnePaper';
import { Progress } from './Progress';
import css from './papers.module.css';
import { bringIn, packetOf, recordingIn } from './reading';
import { SearchBox } from './SearchBox';
import { stateSays } from './states';

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  word: 'Word',
  text: 'text',
  mail: 'mail',
  archive: 'ZIP',
  picture: 'picture',
  table: 'table',
  media: 'recording',
  unknown: 'unknown',
};

/** Papers: the discovery as it came, what can be read of it and what not; one paper open, worked through by keyboard. */
export function PapersPlace({ view, at, onPlace, onSelect }: PlaceProps) {
  const { latest } = view;
  const [filter, setFilter] = useState('');
  useHanded('papers', (files) => void take(files));
  // The address names a paper, or a row of the record that stands in one.
  const row = rowById(latest.events, at) ?? rowById(latest.custody, at);
  const [named, pageNamed, from, to, quote] = (at ?? '').split('~');
  const openId = row?.passage?.paper ?? named;
  const wanted = openedFor(latest.papers, openId);
  const open = wanted && hasPages(wanted) ? wanted : undefined;
  const take = async (files: readonly File[]): Promise<void> => {
    const ids = await bringIn(latest, files);
    if (ids.length === 1 && files.length === 1) onPlace(`papers?at=${ids[0]}`);
  };
  if (open)
    return (
      <OnePaper
        key={`${open.id} ${pageNamed ?? ''}`}
        view={view}
        paper={open}
        passage={
          row?.passage ??
          (from !== undefined && openId === named
            ? {
                paper: openId ?? '',
                page: Number(pageNamed) || 1,
                from: Number(from),
                to: Number(to ?? from),
                quote: quote ?? '',
              }
            : null)
        }
        first={Number(pageNamed) || 1}
        onClose={() => onPlace('papers')}
        onNext={(id) => onPlace(`papers?at=${id}`)}
        onMap={() => onPlace('import')}
        onSelect={onSelect}
      />
    );
  const words = filter.trim().toLowerCase();
  const shown = latest.papers.filter(
    (p) =>
      words === '' || `${p.name} ${p.packet} ${p.production} ${p.batesFrom}`.toLowerCase().includes(words),
  );
  return (
    <main className="wide">
      <Title order={1} size="h2" mb={4}>
        Papers
      </Title>
      <TakeIn onFiles={(f) => void take(f)} onPlace={onPlace} empty={latest.papers.length === 0} />
      <Progress />
      <SearchBox caseId={latest.case.id} />
      {latest.papers.length > 0 && (
        <>
          {latest.papers.length > 12 && (
            <TextInput
              label="Find a paper"
              value={filter}
              onChange={(e) => setFilter(e.currentTarget.value)}
              w={260}
              mb="sm"
            />
          )}
          <Inventory view={view} papers={shown.slice(0, MOST)} onPlace={onPlace} />
          {shown.length > MOST && (
            <p className="cite">
              {shown.length - MOST} more are not listed: find them by a part of their name.
            </p>
          )}
        </>
      )}
    </main>
  );
}

/** Whether there is something to look at: of a recording or a broken file the list says all there is. */
const hasPages = (p: PaperRow): boolean =>
  p.pages > 0 || p.state === 'asks-for-password' || p.kind === 'picture';

/** So many papers are listed at once. */
const MOST = 1000;

interface TakeInProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPlace: (place: string) => void;
  readonly empty: boolean;
}

function TakeIn({ onFiles, onPlace, empty }: TakeInProps) {
  const sample = async (): Promise<void> => {
    const bytes = await (await fetch('samples/made-up-packet.zip')).blob();
    onFiles([new File([bytes], 'made-up-packet.zip')]);
  };
  return (
    <div className={css['take']}>
      <p>
        Drop the discovery anywhere in the app, whole: ZIPs in ZIPs, PDF, scans, Word, mail, text. Nothing of
        a paper is in the record until you accept it, and no file leaves this computer.
      </p>
      <div className={css['buttons']}>
        <FileButton onChange={(f) => f.length > 0 && onFiles(f)} multiple>
          {(props) => <Button {...props}>Choose files</Button>}
        </FileButton>
        <Button variant="default" onClick={() => onPlace('import')}>
          Tables: map their columns
        </Button>
        {empty && (
          <Anchor component="button" size="sm" underline="always" onClick={() => void sample()}>
            Try it on a made-up packet
          </Anchor>
        )}
      </div>
    </div>
  );
}

function Inventory({
  view,
  papers,
  onPlace,
}: Pick<PlaceProps, 'view' | 'onPlace'> & { papers: readonly PaperRow[] }) {
  const { latest } = view;
  const accepted = useMemo(
    () => new Map(papers.map((p) => [p.id, acceptedOf(latest, p.id).size])),
    [papers, latest],
  );
  const elsewhere = async (p: PaperRow): Promise<void> => {
    const bytes = await bytesOf(db, p.caseId, p.id);
    if (!bytes) return;
    handOver('import', [new File([bytes.slice()], shortName(p))]);
    onPlace('import');
  };
  const toFootage = async (p: PaperRow, packet: File | null): Promise<void> => {
    const file = packet && (await recordingIn(packet, p));
    if (!file) return;
    handOver('footage', [file]);
    onPlace('footage');
  };
  return (
    <Table
      label="Papers of the case"
      rows={papers}
      keyOf={(p) => p.id}
      marks={(p) => ({ 'data-state': p.state })}
      columns={[
        {
          head: 'Paper',
          cell: (p) => (
            <>
              {hasPages(p) ? <a href={`#/case/${p.caseId}/papers?at=${p.id}`}>{p.name}</a> : p.name}
              {p.packet !== '' && <small> in {p.packet}</small>}
            </>
          ),
        },
        { head: 'Kind', cell: (p) => KINDS[p.kind] ?? p.kind },
        { head: 'Pages', className: 'mono', cell: (p) => p.pages || '' },
        {
          head: 'Bates',
          className: 'mono',
          cell: (p) => [p.batesFrom, p.batesTo].filter((b) => b !== '').join('–'),
        },
        { head: 'Accepted', className: 'mono', cell: (p) => accepted.get(p.id) || '' },
        {
          head: 'What can be read',
          cell: (p) => (
            <>
              {stateSays(p)}
              {p.kind === 'table' && p.kept && (
                <Button size="compact-xs" variant="default" ml={8} onClick={() => void elsewhere(p)}>
                  Map its columns
                </Button>
              )}
              {p.kind === 'media' && p.state !== 'again' && (
                <OpenRecording paper={p} onPacket={(file) => void toFootage(p, file)} />
              )}
              {p.state !== 'reads' && p.says[0] && <small>{p.says[0]}</small>}
              <small className="mono" title={p.sha256}>
                {p.sha256 === '' ? '' : `sha-256 ${p.sha256.slice(0, 12)}…, ${sizeText(p.size)}`}
                {p.kept || p.state === 'again' || p.sha256 === '' ? '' : ' · its bytes are not in the case'}
              </small>
            </>
          ),
        },
      ]}
    />
  );
}

/** A recording of a packet is opened for marking as it lies there; after a reload the packet is chosen again. */
function OpenRecording({
  paper,
  onPacket,
}: {
  readonly paper: PaperRow;
  readonly onPacket: (file: File | null) => void;
}) {
  const packet = packetOf(paper);
  const look = { size: 'compact-xs', variant: 'default', ml: 8 } as const;
  if (packet)
    return (
      <Button {...look} aria-label={`Open ${shortName(paper)} in Footage`} onClick={() => onPacket(packet)}>
        Open in Footage
      </Button>
    );
  return (
    <FileButton onChange={onPacket}>
      {(props) => (
        <Button {...props} {...look} aria-label={`Open ${shortName(paper)} in Footage`}>
          Open in Footage: choose {paper.packet || paper.name} again
        </Button>
      )}
    </FileButton>
  );
}
