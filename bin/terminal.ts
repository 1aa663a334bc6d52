/** What standard output can show: colour and width are the terminal's; in a pipe, and with NO_COLOR (no-color.org), plain text of 80 columns. */
export function terminal(): { readonly width: number; readonly color: boolean } {
  const { isTTY, columns } = process.stdout;
  const { NO_COLOR, TERM } = process.env;
  return {
    width: isTTY ? Math.min(100, Math.max(60, columns || 80)) : 80,
    color: Boolean(isTTY && !NO_COLOR && TERM !== 'dumb'),
  };
}
