import { minify } from 'vite';
import source from '../layouts/look.js?raw';

/** Answers the script that every page waits for before its first paint, and so without its comments. */
export async function GET(): Promise<Response> {
  const { code } = await minify('look.js', source);
  return new Response(code, { headers: { 'Content-Type': 'text/javascript' } });
}
