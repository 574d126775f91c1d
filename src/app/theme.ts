import { createTheme, type MantineColorsTuple } from '@mantine/core';

const court: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f1',
  '#b5cde3',
  '#8bb2d5',
  '#689bc9',
  '#4a84b8',
  '#356fa3',
  '#245a8d',
  '#1c4a75',
  '#143a5e',
];

/** Quiet and dense: one blue, small corners, Public Sans with tabular figures. */
export const theme = createTheme({
  primaryColor: 'court',
  respectReducedMotion: true,
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { court },
  fontFamily: "'Public Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  defaultRadius: 'sm',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '650' },
  // What is typed belongs to the case alone: a browser keeps fields it may complete, on the disk and outside of the lock.
  components: {
    SegmentedControl: {
      styles: { root: { maxWidth: '100%', flexWrap: 'wrap' }, control: { flex: '1 0 auto' } },
    },
    // Mantine gives these crosses no name.
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close this notice' } } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    ...Object.fromEntries(
      ['TextInput', 'Textarea', 'PasswordInput', 'NumberInput', 'Autocomplete', 'Select', 'TagsInput'].map(
        (name) => [name, { defaultProps: { autoComplete: 'off' } }],
      ),
    ),
  },
});
