import type { FramePlayer } from '../../media/player/frame-player';
import type { Source } from '../../record/source';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { BesideState } from './BesideState';
import css from './footage.module.css';
import { Readings } from './Readings';
import { Screen } from './Screen';
import { type Look, PLAIN_LOOK } from './Transport';

interface Props {
  readonly view: CaseView;
  readonly leader: Source;
  readonly open: OpenFile;
  readonly player: FramePlayer | null;
  readonly look: Look;
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly followers: readonly string[];
  readonly recordings: readonly Source[];
  readonly ahead: (id: string, ms: number) => number | null;
  readonly onPlayer: (source: string, player: FramePlayer | null) => void;
}

/** The leading camera, those beside it, and the readings of what is on screen. */
export function Watch(of: Props) {
  const { view, leader, open, player, look, files, followers, recordings, ahead, onPlayer } = of;
  return (
    <div className={css['watch']}>
      <div className={css['screens']} data-count={1 + followers.length}>
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
  );
}
