/** What goes over the wire; `drop` and `cut` end the connection instead, before or within the body. */
export interface Served {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly broken?: 'drop' | 'cut';
}
