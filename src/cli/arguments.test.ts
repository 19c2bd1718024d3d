import { describe, expect, test } from 'vitest';
import { operationIds } from '../checker/index.ts';
import { readArguments } from './arguments.ts';
import { Unusable } from './unusable.ts';

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

describe('what is asked for', () => {
  test('is text of the files and nothing else by default', () => {
    expect(read('check a.yaml b.yaml a.yaml -')).toEqual({
      command: 'check',
      files: ['a.yaml', 'b.yaml', '-'],
      format: 'text',
      lab: null,
      world: null,
      operations: [],
      podSecurity: null,
    });
  });

  test('may be all of it', () => {
    const line =
      'check a --world w --format=sarif --pod-security restricted:1.30 --operations raw-socket,bind-port:port=25,bind-port-80';
    expect(read(line)).toMatchObject({
      world: 'w',
      format: 'sarif',
      podSecurity: { level: 'restricted', version: 'v1.30' },
      operations: [
        { id: 'raw-socket', call: { id: 'raw-socket', parameters: {} } },
        { id: 'bind-port', call: { id: 'bind-port', parameters: { port: 25 } } },
        { id: 'bind-port-80', call: { id: 'bind-port', parameters: { port: 80 } } },
      ],
    });
  });

  test.each(['restricted', 'restricted:latest'])('%s is held against the version of the world', (level) => {
    expect(read(`check a --pod-security ${level}`)).toMatchObject({
      podSecurity: { level: 'restricted', version: null },
    });
  });

  test('all operations are those that need nothing said', () => {
    const { operations } = read('explain a') as { operations: readonly { id: string }[] };
    const left = operationIds.filter((id) => !operations.some((asked) => asked.id === id));
    expect(left).toEqual([
      'bind-port',
      'read-path',
      'write-path',
      'setuid-binary-chown',
      'setuid-binary-read',
      'kill-own-process',
    ]);
  });

  test('takes paths, volumes and signals too', () => {
    expect(read('check a --operations read-path:path=/a=b:volume=v,kill-own-process:signal=TERM')).toMatchObject({
      operations: [
        { call: { parameters: { path: '/a=b', volume: 'v' } } },
        { call: { parameters: { signal: 'TERM' } } },
      ],
    });
  });

  test.each(['--help', 'check -h', 'help'])('%s asks for help', (line) => {
    expect(read(line)).toEqual({ command: 'help' });
  });
});

describe('what is unusable is told', () => {
  test.each([
    ['', 'Say what to do.'],
    ['chek a', 'There is no command `chek`.'],
    ['toString a', 'There is no command `toString`.'],
    ['check', 'Name the files to check, or `-` for the standard input.'],
    ['check a --colour', "Unknown option '--colour'."],
    ['check a --format xml', 'There is no format `xml`: text, json, sarif.'],
    ['check a --pod-security strict', '`strict` is no level'],
    ['check a --pod-security baseline:v1.99', '`v1.99` is no policy version known here: v1.0 to v1.36, or latest.'],
    ['check a --operations raw-sock', 'There is no operation `raw-sock`. Did you mean `raw-socket`?'],
    ['check a --operations bind-port', '`bind-port` needs a port: `bind-port:port=…`.'],
    ['check a --operations bind-port:port=0', '`port=0` is no port.'],
    ['check a --operations read-path:path=etc', '`path=etc` is no path.'],
    ['check a --operations kill-own-process:signal=KILL', '`signal=KILL` is no signal.'],
    ['check a --operations chroot:port=1', '`chroot` has no parameter `port`.'],
    ['check a --lab x --world y', 'A lab has its own world'],
    ['check a b --lab x', 'A lab is answered with one file'],
    ['explain', 'Name the file.'],
    ['explain a b', 'One file at a time: `b` is too many.'],
    ['explain a --format json', "Unknown option '--format'."],
    ['conformance', 'Name the folder.'],
  ])('%s: %s', (line, message) => {
    expect(() => read(line)).toThrow(Unusable);
    expect(() => read(line)).toThrow(message);
  });
});
