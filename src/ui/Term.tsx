import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { GLOSSARY, type Word } from '../words/glossary';
import css from './term.module.css';

/** A word that explains itself on hover, on touch and when the Tab key comes to it; read aloud with what it says. */
export function Term({ of, children }: { of: Word; children?: ReactNode }) {
  return (
    <Tooltip
      label={GLOSSARY[of]}
      multiline
      w={280}
      openDelay={250}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the Tab key is how a keyboard reads what a mouse hovers over */}
      <dfn className={css['term']} tabIndex={0} aria-description={GLOSSARY[of]}>
        {children ?? of}
      </dfn>
    </Tooltip>
  );
}
