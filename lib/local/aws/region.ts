/** The cloud region this machine plays: Stockholm. */
export const region = 'eu-north-1';
