import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { msOf } from '../../media/marks';
import type { FramePlayer } from '../../media/player/frame-player';
import { printMedia } from '../../time/grammar/print';
import type { CaseView } from '../../ui/case-view';
import { useHanded } from '../../ui/handed';
import { closeFile, useOpenFiles } from '../../ui/open-files';
import { BesideState } from './BesideState';
import { ClockPanel } from './ClockPanel';
import { ClosedRecording } from './ClosedRecording';
import { fileAgain, type Picked, pickFiles } from './handles';
import { aheadAt, keepInStep } from './in-step';
import { JumpField } from './JumpField';
import { KeySetEditor } from './KeySetEditor';
import { MarkingBar } from './MarkingBar';
import { MarksList } from './MarksList';
import { useKeySets } from './mark-keys';
import { NewRecording, type Pending } from './NewRecording';
import { Readings } from './Readings';
import { RecordingChip } from './RecordingChip';
import { RunningSpans } from './RunningSpans';
import { look as lookAt, recordingsOf, reopen } from './recordings';
import { Screen } from './Screen';
import { StepPanel } from './StepPanel';
import { TranscriptPanel } from './TranscriptPanel';
import { type Look, PLAIN_LOOK, Transport } from './Transport';
import { TurnForm } from './TurnForm';
import { useFootageKeys } from './use-footage-keys';
import { useMarking } from './use-marking';
import { Waveform } from './Waveform';

/** Cameras watched side by side, at most. */
const BESIDE = 4;

/** What the address bar asks for: `?rec=` recordings, the first leading, `&t=` ms of its counter. */
function asked(): { recordings: string[]; t: number | null } {
  const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const t = query.get('t');
  return {
    recordings: (query.get('rec') ?? '').split(',').filter(Boolean),
    t: t === null ? null : Number(t),
  };
}

/** Footage: cameras watched to the frame and marked by key, each tied to its overlay and to the others. */
export function FootagePlace({ view, onRow }: { view: CaseView; onRow: (id: string) => void }) {
  const { latest } = view;
  const caseId = latest.case.id;
  const files = useOpenFiles();
  const recordings = useMemo(() => recordingsOf(latest), [latest]);
  const [leads, setLeads] = useState<string | null>(() => asked().recordings[0] ?? null);
  const [beside, setBeside] = useState<readonly string[]>(() => asked().recordings.slice(1, BESIDE));
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [opening, setOpening] = useState(false);
  const [players, setPlayers] = useState<ReadonlyMap<string, FramePlayer>>(new Map());
  const [nudges, setNudges] = useState<Readonly<Record<string, number>>>({});
  const [look, setLook] = useState<Look>(PLAIN_LOOK);
  const [tab, setTab] = useState('marks');
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [actor, setActor] = useState('');
  const [claim, setClaim] = useState('');
  const [looping, setLooping] = useState(false);
  const [turn, setTurn] = useState<number | null>(null);
  const [changing, setChanging] = useState(false);
  const keySets = useKeySets();
  const jump = useRef<HTMLInputElement>(null);
  const goTo = useRef<number | null>(asked().t);

  const leaderId =
    recordings.find((r) => r.id === leads)?.id ??
    recordings.find((r) => files.has(r.id))?.id ??
    recordings[0]?.id ??
    null;
  const leader = recordings.find((r) => r.id === leaderId);
  const open = leaderId ? files.get(leaderId) : undefined;
  const player = (leaderId ? players.get(leaderId) : undefined) ?? null;
  const followers = useMemo(
    () => beside.filter((id) => id !== leaderId && files.has(id)).slice(0, BESIDE - 1),
    [beside, leaderId, files],
  );

  // Files the browser still has a way to are opened at once.
  const tried = useRef(new Set<string>());
  useEffect(() => {
    for (const r of recordings) {
      if (files.has(r.id) || tried.current.has(r.id) || !r.media) continue;
      tried.current.add(r.id);
      void fileAgain(caseId, r.id, false).then((file) => file && reopen(r, { file, handle: null }));
    }
  }, [recordings, files, caseId]);

  useEffect(() => {
    const follow = (): void => {
      const { recordings: wanted, t } = asked();
      if (wanted[0]) setLeads(wanted[0]);
      if (wanted.length > 0) setBeside(wanted.slice(1, BESIDE));
      if (t !== null) goTo.current = t;
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const framesKnown = open?.frames !== null && open?.frames !== undefined;
  useEffect(() => {
    if (!player || goTo.current === null || (!framesKnown && open?.inspected.media.video !== '')) return;
    player.seek(goTo.current);
    goTo.current = null;
  }, [player, framesKnown, open]);

  const onPlayer = useCallback((source: string, made: FramePlayer | null) => {
    setPlayers((old) => {
      const next = new Map(old);
      if (made) next.set(source, made);
      else next.delete(source);
      return next;
    });
  }, []);

  const ahead = useCallback(
    (other: string, ms: number): number | null => {
      const base = leaderId ? aheadAt(view.record, view.analysis.counters, leaderId, other, ms) : null;
      const moved = nudges[other] ?? 0;
      return base === null ? (moved === 0 ? null : moved) : base + moved;
    },
    [view.record, view.analysis.counters, leaderId, nudges],
  );
  useEffect(() => {
    if (!player) return;
    const stops = followers.flatMap((id) => {
      const other = players.get(id);
      return other ? [keepInStep(player, other, (ms) => ms + (ahead(id, ms) ?? 0))] : [];
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [player, players, followers, ahead]);

  const rows = useMemo(
    () =>
      latest.events
        .filter((e) => e.sourceId === leaderId && msOf(e.start) !== null && e.kind !== 'recording')
        .sort((a, b) => (msOf(a.start) as number) - (msOf(b.start) as number)),
    [latest.events, leaderId],
  );
  const cues = useMemo(
    () => latest.cues.filter((c) => c.sourceId === leaderId).sort((a, b) => a.from - b.from),
    [latest.cues, leaderId],
  );
  const others = useMemo(
    () => latest.cues.filter((c) => c.sourceId !== leaderId).sort((a, b) => a.from - b.from),
    [latest.cues, leaderId],
  );
  const marking = useMarking(view, leader, open, player, { actor, claim }, (id) => setSelected(id));
  const [from, to] = marking.range;
  useEffect(
    () => player?.setLoop(looping && from !== null && to !== null ? { from, to } : null),
    [player, looping, from, to],
  );
  const people = useMemo(
    () => [...new Set(latest.events.map((e) => e.actor).filter(Boolean))],
    [latest.events],
  );
  const nudge = (id: string | undefined, by: number): void => {
    if (id) setNudges((n) => ({ ...n, [id]: (n[id] ?? 0) + by }));
  };
  const frameOf = (id: string): number => players.get(id)?.frameLength() ?? 40;
  useFootageKeys({
    player,
    marking,
    keys: keySets.chosen.keys,
    cues,
    row: rows.find((r) => r.id === selected) ?? null,
    onEdit: () => {
      setTab('marks');
      setEditing(selected ?? rows.at(-1)?.id ?? null);
    },
    onJump: () => jump.current?.focus(),
    onLoop: () => setLooping((l) => !l),
    onTurn: () => player && setTurn(player.shown.ms),
    onPerson: (at) => setActor(people[at] ?? (at < 0 ? '' : actor)),
    toNote: () => {
      if (!rows.some((r) => r.id === editing)) return false;
      setTab('marks');
      document.querySelector<HTMLElement>('[data-mark-note]')?.focus();
      return true;
    },
    onNudge: (frames) => nudge(followers[0], frames * frameOf(followers[0] ?? '')),
  });

  const choose = async (): Promise<void> => {
    await take(await pickFiles(true));
  };
  const take = async (picked: readonly Picked[]): Promise<void> => {
    if (picked.length === 0) return;
    setOpening(true);
    const looked = await Promise.all(picked.map(async (p) => ({ picked: p, inspected: await lookAt(p) })));
    setOpening(false);
    setPending((old) => [
      ...old,
      ...looked.flatMap(({ picked: p, inspected }) => (inspected ? [{ picked: p, inspected }] : [])),
    ]);
  };
  useHanded('footage', (given) => void take(given.map((file) => ({ file, handle: null }))));
  const [first] = pending;
  const toggleBeside = (id: string): void =>
    setBeside(beside.includes(id) ? beside.filter((x) => x !== id) : [...beside, id].slice(0, BESIDE - 1));

  return (
    <div className="footage">
      <div className="footage-main">
        <div className="sheet-tools" role="toolbar" aria-label="Recordings">
          {recordings.map((r) => (
            <RecordingChip
              key={r.id}
              recording={r}
              open={files.has(r.id)}
              leads={r.id === leaderId}
              beside={followers.includes(r.id)}
              onLead={() => setLeads(r.id)}
              onBeside={() => toggleBeside(r.id)}
              onClose={() => closeFile(r.id)}
            />
          ))}
          <Button
            size="compact-sm"
            variant={recordings.length === 0 ? 'filled' : 'default'}
            onClick={() => void choose()}
            loading={opening}
          >
            Open recordings
          </Button>
        </div>
        {first && (
          <NewRecording
            key={first.picked.file.name}
            view={view}
            pending={first}
            onDone={(id) => {
              setPending(pending.slice(1));
              if (id) setLeads(id);
            }}
          />
        )}
        {recordings.length === 0 && !first && (
          <div className="page">
            <h1>No recording yet</h1>
            <p>
              Open the videos and calls of the case from where they lie on this computer. They are not copied
              and go nowhere; what is kept is the name, the size, the hash, and what you mark.
            </p>
          </div>
        )}
        {leader && !open && !first && <ClosedRecording source={leader} />}
        {leader && open && (
          <>
            <div className="watch">
              <div className="screens" data-count={1 + followers.length}>
                <Screen
                  key={open.url}
                  open={open}
                  name={leader.name}
                  look={look}
                  muted={false}
                  leading
                  onPlayer={onPlayer}
                />
                {followers.map((id) => {
                  const f = files.get(id);
                  return f ? (
                    <Screen
                      key={f.url}
                      open={f}
                      name={recordings.find((r) => r.id === id)?.name ?? ''}
                      look={PLAIN_LOOK}
                      muted
                      leading={false}
                      onPlayer={onPlayer}
                    >
                      <BesideState
                        leader={player}
                        ahead={(ms) => ahead(id, ms)}
                        duration={f.inspected.media.duration}
                      />
                    </Screen>
                  ) : null;
                })}
              </div>
              <Readings view={view} open={open} player={player} source={leader.id} />
            </div>
            <Waveform open={open} player={player} marks={rows} range={marking.range} />
            <div className="row-tools wrap">
              <Transport
                player={player}
                look={look}
                onLook={setLook}
                looping={looping}
                onLoop={from !== null && to !== null ? () => setLooping(!looping) : null}
              />
              <JumpField view={view} source={leader.id} player={player} field={jump} />
            </div>
            {open.faults.map((f) => (
              <p key={f} className="bad" role="alert">
                {f}
              </p>
            ))}
            {(from !== null || to !== null) && (
              <p className="cite" role="status">
                From {from === null ? '…' : printMedia(from, 1)} to {to === null ? '…' : printMedia(to, 1)}: a
                key of a span marks it; R loops it.{' '}
                <button type="button" className="cite-link" onClick={marking.clearRange}>
                  clear
                </button>
              </p>
            )}
            {turn !== null && <TurnForm source={leader} cues={cues} at={turn} onDone={() => setTurn(null)} />}
            <RunningSpans running={marking.running} leader={leader.id} recordings={recordings} />
            <MarkingBar
              events={latest.events}
              keySets={keySets}
              running={marking.running.flatMap((b) => (b.source === leader.id ? [b.kind] : []))}
              people={people}
              actor={actor}
              onActor={setActor}
              claim={claim}
              onClaim={setClaim}
              onPress={marking.press}
              onChange={() => setChanging(true)}
            />
            {followers.map((id) => {
              const other = recordings.find((r) => r.id === id);
              return other ? (
                <StepPanel
                  key={id}
                  view={view}
                  leader={leader}
                  follower={other}
                  files={files}
                  ahead={ahead(id, player?.shown.ms ?? 0)}
                  nudged={nudges[id] ?? 0}
                  frame={frameOf(id)}
                  at={() => player?.shown.ms ?? 0}
                  onNudge={(by) => nudge(id, by)}
                  onKept={() => setNudges((n) => ({ ...n, [id]: 0 }))}
                />
              ) : null;
            })}
          </>
        )}
      </div>
      <aside className="side" aria-label="Beside the picture">
        <SegmentedControl
          size="xs"
          fullWidth
          value={tab}
          onChange={setTab}
          data={[
            { value: 'marks', label: `Marks (${rows.length})` },
            { value: 'transcript', label: `Transcript (${cues.length})` },
            { value: 'clock', label: 'Clock' },
          ]}
          mb="sm"
        />
        {tab === 'marks' && (
          <MarksList
            rows={rows}
            player={player}
            selected={selected}
            editing={editing}
            onSelect={setSelected}
            onEdit={setEditing}
          />
        )}
        {tab === 'marks' && selected && rows.some((r) => r.id === selected) && (
          <p className="cite">
            Enter notes it; Alt with an arrow moves its beginning by a frame, with Shift its end.{' '}
            <button type="button" className="cite-link" onClick={() => onRow(selected)}>
              on the timeline
            </button>
          </p>
        )}
        {tab === 'transcript' && leader && (
          <TranscriptPanel
            key={leader.id}
            source={leader}
            cues={cues}
            player={player}
            others={others}
            nameOf={(id) => recordings.find((r) => r.id === id)?.name ?? ''}
          />
        )}
        {tab === 'clock' && leader && (
          <ClockPanel key={leader.id} view={view} source={leader} player={player} />
        )}
      </aside>
      {changing && (
        <KeySetEditor
          set={keySets.chosen}
          onClose={() => setChanging(false)}
          onSave={(set) => {
            keySets.save(set);
            setChanging(false);
          }}
        />
      )}
    </div>
  );
}
