import { Button, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { msOf } from '../../media/marks';
import { wholeMs } from '../../media/parts';
import type { FramePlayer } from '../../media/player/frame-player';
import { runsOn } from '../../media/spans';
import type { EventRow } from '../../record/event';
import type { CaseView } from '../../ui/case-view';
import { chooseSound, closeFile, useOpenFiles } from '../../ui/open-files';
import { asked } from './asked';
import { BesidePicture } from './BesidePicture';
import { ClosedRecording } from './ClosedRecording';
import { CopyPanel } from './CopyPanel';
import css from './footage.module.css';
import { type Standing, standingAt } from './in-step';
import { JumpField } from './JumpField';
import { KeySetEditor } from './KeySetEditor';
import { MarkingBar } from './MarkingBar';
import { useKeySets } from './mark-keys';
import { NewRecording } from './NewRecording';
import { PartsBar } from './PartsBar';
import { RangeSays } from './RangeSays';
import { RecordingChip } from './RecordingChip';
import { RunningSpans } from './RunningSpans';
import { recordingsOf } from './recordings';
import { StepPanel } from './StepPanel';
import { type Look, PLAIN_LOOK, Transport } from './Transport';
import { TurnForm } from './TurnForm';
import { useFootageKeys } from './use-footage-keys';
import { useGoTo } from './use-go-to';
import { useInStep } from './use-in-step';
import { useLeading } from './use-leading';
import { useMarking } from './use-marking';
import { useOpenAgain, useOpening } from './use-opening';
import { useParts, usePartsBeside } from './use-parts';
import { useStills } from './use-stills';
import { useWatched } from './use-watched';
import { Watch } from './Watch';
import { WatchedStrip } from './WatchedStrip';
import { Waveform } from './Waveform';

/** Footage: cameras watched to the frame and marked by key, each tied to its overlay and to the others. */
export function FootagePlace({ view, onRow }: { view: CaseView; onRow: (id: string) => void }) {
  const { latest } = view;
  const caseId = latest.case.id;
  const files = useOpenFiles();
  const recordings = useMemo(() => recordingsOf(latest), [latest]);
  const leading = useLeading(recordings, files);
  const { leaderId, followers } = leading;
  const { first, opening, choose, done } = useOpening();
  const [players, setPlayers] = useState<ReadonlyMap<string, FramePlayer>>(new Map());
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

  const leader = recordings.find((r) => r.id === leaderId);
  const open = leaderId ? files.get(leaderId) : undefined;
  const player = (leaderId ? players.get(leaderId) : undefined) ?? null;
  const goTo = useGoTo(leaderId, player);

  useOpenAgain(caseId, recordings, files);

  const { show } = leading;
  useEffect(() => {
    const follow = (): void => {
      const { recordings: wanted, t } = asked();
      show(wanted);
      if (t !== null) goTo(t, wanted[0] ?? null);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [goTo, show]);

  const onPlayer = useCallback((source: string, made: FramePlayer | null) => {
    setPlayers((old) => {
      const next = new Map(old);
      if (made) next.set(source, made);
      else next.delete(source);
      return next;
    });
  }, []);

  const { ahead, nudged, nudge, kept } = useInStep(view, leaderId, player, players, followers);
  const standing = useRef<Standing>(new Map());
  /** Another camera leads: at the same moment where something ties the two, else where it stood. */
  const lead = (id: string): void => {
    if (player && leaderId && id !== leaderId) {
      const now = standingAt(standing.current, leaderId, player);
      const ms = now.get(leaderId) ?? 0;
      const there = now.get(id) ?? ms + (ahead(id, ms) ?? Number.NaN);
      standing.current = new Map(now).set(id, there);
      if (there >= 0 && there <= (files.get(id)?.inspected.media.duration ?? 0)) goTo(there, id);
    }
    leading.lead(id);
  };

  const split = useParts({ recordings, files, leaderId, player, goTo, lead: leading.lead });
  const { parts } = split;
  usePartsBeside({ recordings, files, leaderId, player, followers, ahead, goOn: leading.goOn });
  /** Marks on all files of the recording, in the order of the whole. */
  const rows = useMemo(() => {
    const at = (e: EventRow): number => wholeMs(parts, e.sourceId, msOf(e.start) as number);
    return latest.events
      .filter(
        (e) =>
          parts.some((p) => p.source.id === e.sourceId) && msOf(e.start) !== null && e.kind !== 'recording',
      )
      .sort((a, b) => at(a) - at(b));
  }, [latest.events, parts]);
  const own = useMemo(() => rows.filter((e) => e.sourceId === leaderId), [rows, leaderId]);
  const cues = useMemo(
    () => latest.cues.filter((c) => c.sourceId === leaderId).sort((a, b) => a.from - b.from),
    [latest.cues, leaderId],
  );
  const others = useMemo(
    () => latest.cues.filter((c) => c.sourceId !== leaderId).sort((a, b) => a.from - b.from),
    [latest.cues, leaderId],
  );
  const watched = useWatched(leader, player);
  const stills = useStills(view, leader, open, player);
  const marking = useMarking(view, leader, open, player, { actor, claim }, setSelected, parts);
  const [from, to] = marking.range;
  useEffect(
    () => player?.setLoop(looping && from !== null && to !== null ? { from, to } : null),
    [player, looping, from, to],
  );
  const people = useMemo(
    () => [...new Set(latest.events.map((e) => e.actor).filter(Boolean))],
    [latest.events],
  );
  const frameOf = (id: string): number => players.get(id)?.frameLength() ?? 40;
  useFootageKeys({
    player,
    marking,
    keys: keySets.chosen.keys,
    cues,
    row: own.find((r) => r.id === selected) ?? null,
    onEdit: () => {
      setTab('marks');
      const chosen = rows.some((r) => r.id === selected) ? selected : (rows.at(-1)?.id ?? null);
      setEditing(marking.coming() ?? chosen);
    },
    stepOver: split.stepOver,
    leapOver: split.leapOver,
    onJump: () => jump.current?.focus(),
    onStill: () => void stills.take(),
    onLoop: () => setLooping((l) => !l),
    onTurn: () => player && setTurn(player.shown.ms),
    onPerson: (at) => setActor(people[at] ?? (at < 0 ? '' : actor)),
    toNote: () => {
      if (!rows.some((r) => r.id === editing)) return false;
      setTab('marks');
      document.querySelector<HTMLElement>('[data-mark-note]')?.focus();
      return true;
    },
    onSound: () => {
      if (open) void chooseSound(open.source, (open.sound + 1) % Math.max(1, open.inspected.sounds));
    },
    onCamera: () => {
      const next = leading.next();
      if (next) lead(next);
    },
    onNudge: (frames) => nudge(followers[0], frames * frameOf(followers[0] ?? '')),
  });

  return (
    <main className={css['footage']}>
      {leader && open && <VisuallyHidden component="h1">Footage</VisuallyHidden>}
      <div className={css['footage-main']}>
        <div className={`sheet-tools ${css['recordings']}`} role="toolbar" aria-label="Recordings">
          {recordings.map((r) => (
            <RecordingChip
              key={r.id}
              recording={r}
              open={files.has(r.id)}
              leads={r.id === leaderId}
              beside={followers.includes(r.id)}
              onLead={() => lead(r.id)}
              onBeside={() => leading.toggleBeside(r.id)}
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
              done();
              if (id) leading.lead(id);
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
            <Watch
              view={view}
              leader={leader}
              open={open}
              player={player}
              look={look}
              files={files}
              followers={followers}
              recordings={recordings}
              ahead={ahead}
              onPlayer={onPlayer}
            />
            <PartsBar parts={parts} leader={leader.id} player={player} files={files} onLead={lead} />
            <Waveform open={open} player={player} marks={own} range={marking.range} />
            <WatchedStrip open={open} player={player} watched={watched} />
            <div className="row-tools wrap">
              <Transport
                player={player}
                pictured={open.inspected.plays.video === true}
                look={look}
                onLook={setLook}
                looping={looping}
                onLoop={from !== null && to !== null ? () => setLooping(!looping) : null}
                sounds={open.inspected.sounds}
                sound={open.sound}
                onSound={(track) => void chooseSound(leader.id, track)}
              />
              <JumpField view={view} source={leader.id} player={player} field={jump} split={split} />
            </div>
            {(!open.inspected.opens || open.inspected.plays.video === false) && (
              <CopyPanel source={leader} open={open} />
            )}
            {open.faults.map((f) => (
              <p key={f} className="bad" role="alert">
                {f}
              </p>
            ))}
            <RangeSays caseId={caseId} leader={leader.id} marking={marking} />
            {turn !== null && <TurnForm source={leader} cues={cues} at={turn} onDone={() => setTurn(null)} />}
            <RunningSpans
              running={marking.running}
              leader={parts[0]?.source.id ?? leader.id}
              recordings={recordings}
            />
            <MarkingBar
              events={latest.events}
              keySets={keySets}
              running={marking.running.flatMap((b) =>
                runsOn(b, parts[0]?.source.id ?? leader.id) ? [b.kind] : [],
              )}
              people={people}
              actor={actor}
              onActor={setActor}
              claim={claim}
              onClaim={setClaim}
              onPress={(kind) => marking.press(kind, null)}
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
                  nudged={nudged(id)}
                  frame={frameOf(id)}
                  at={() => player?.shown.ms ?? 0}
                  onNudge={(by) => nudge(id, by)}
                  onKept={() => kept(id)}
                />
              ) : null;
            })}
          </>
        )}
      </div>
      <BesidePicture
        view={view}
        leader={leader}
        open={open}
        player={player}
        rows={rows}
        cues={cues}
        others={others}
        recordings={recordings}
        stills={stills}
        parts={parts}
        onGo={(ms, source) => {
          goTo(ms, source);
          if (source !== leaderId) leading.lead(source);
        }}
        tab={tab}
        onTab={setTab}
        selected={selected}
        onSelect={setSelected}
        editing={editing}
        onEdit={setEditing}
        onRow={onRow}
      />
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
    </main>
  );
}
