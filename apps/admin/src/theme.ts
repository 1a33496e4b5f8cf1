import type { Theme } from '@mui/material';
import { deepmerge } from '@mui/utils';
import { defaultTheme, type RaThemeOptions } from 'react-admin';

/** Colours of the product; every pair of text and ground below is at least 4.5:1. */
const ink = '#14213d';
const paper = '#ffffff';
const quiet = '#f4f5f7';
const teal = '#00726b';
const coral = '#c8402f';

const touchable = { '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 } };
const touchableInLine = { '@media (pointer: coarse)': { minHeight: 44, display: 'inline-flex', alignItems: 'center' } };

const shared: RaThemeOptions = {
  shape: { borderRadius: 6 },
  sidebar: { width: 216, closedWidth: 50 },
  typography: {
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontSize: 14,
    body1: { fontSize: '0.9375rem' },
    h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25 },
    h2: { fontSize: '1.125rem', fontWeight: 650, lineHeight: 1.3 },
    h3: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.3 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: '3px solid #f0b429', outlineOffset: 1 } } },
    },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: touchable } },
    MuiIconButton: { styleOverrides: { root: touchable } },
    MuiLink: { styleOverrides: { root: touchableInLine } },
    MuiOutlinedInput: { styleOverrides: { root: { '@media (pointer: coarse)': { minHeight: 44 } } } },
    MuiInputLabel: {
      styleOverrides: {
        sizeSmall: {
          '@media (pointer: coarse)': { '&.MuiInputLabel-outlined:not(.MuiInputLabel-shrink)': { transform: 'translate(14px, 11px)' } },
        },
      },
    },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
    MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined' } },
    // Wide boards scroll within the page, not the page itself.
    RaLayout: { styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { minWidth: 0 } } } },
    // On a phone the bar of filters would be white on the quiet ground.
    RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.25rem', fontWeight: 650, paddingBottom: 8 } } },
    // The way on stays in sight below a long form.
    MuiDialogActions: {
      styleOverrides: {
        root: ({ theme }: { theme: Theme }) => ({
          position: 'sticky',
          bottom: 0,
          zIndex: 1,
          padding: '12px 24px',
          backgroundColor: theme.palette.background.paper,
          borderTop: `1px solid ${theme.palette.divider}`,
        }),
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginBottom: 6 } } },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontVariantNumeric: 'tabular-nums', '& .MuiButton-root': { whiteSpace: 'nowrap' } },
        sizeSmall: { padding: '6px 10px' },
        head: { fontWeight: 650 },
      },
    },
    MuiPaper: { defaultProps: { elevation: 0, variant: 'outlined' } },
    MuiCssBaseline: {
      styleOverrides: {
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
        },
      },
    },
  },
};

const base = deepmerge(defaultTheme, shared) as RaThemeOptions;

export const lightTheme: RaThemeOptions = deepmerge(base, {
  palette: {
    mode: 'light',
    primary: { main: teal, contrastText: paper },
    secondary: { main: ink, contrastText: paper },
    error: { main: '#b3261e' },
    success: { main: '#1b7a3d', contrastText: paper },
    warning: { main: '#8a5a00', contrastText: paper },
    info: { main: '#1f5f99', contrastText: paper },
    accent: coral,
    text: { primary: ink, secondary: '#4a556b' },
    divider: '#d5d9e0',
    background: { default: quiet, paper },
  },
  components: {
    MuiAppBar: { styleOverrides: { colorSecondary: { backgroundColor: ink, color: paper } } },
    RaMenuItemLink: { styleOverrides: { root: { color: ink, '&.RaMenuItemLink-active': { color: teal, backgroundColor: '#e2f1ef' } } } },
  },
}) as RaThemeOptions;

export const darkTheme: RaThemeOptions = deepmerge(base, {
  palette: {
    mode: 'dark',
    primary: { main: '#5cc9bf', contrastText: '#08120f' },
    secondary: { main: '#b9c6e6', contrastText: '#0c1326' },
    error: { main: '#ff9b91' },
    success: { main: '#7fd69b', contrastText: '#07140c' },
    warning: { main: '#f0b95a', contrastText: '#1a1200' },
    info: { main: '#8fc4f5', contrastText: '#06121e' },
    accent: '#ff9d8a',
    text: { primary: '#eef1f7', secondary: '#bcc5d6' },
    divider: '#36415c',
    background: { default: '#0e1528', paper: '#172038' },
  },
  components: {
    MuiAppBar: { styleOverrides: { colorSecondary: { backgroundColor: '#0a1020', color: '#eef1f7' } } },
    RaMenuItemLink: {
      styleOverrides: { root: { color: '#eef1f7', '&.RaMenuItemLink-active': { color: '#5cc9bf', backgroundColor: '#1d3a44' } } },
    },
  },
}) as RaThemeOptions;
