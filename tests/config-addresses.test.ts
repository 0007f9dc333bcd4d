import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../src/config.ts';
import { configText } from '../src/texts/config.ts';

describe('a password with signs of addresses', () => {
  test.each(['pa/ss', '12/34', 'p#ss', '1#2', 'p?s', 'a@b/c', '1/2@3'])(
    '%s is refused without being repeated',
    (password) => {
      const read = (): Config =>
        readConfig({ DATABASE_URL: `postgres://kyodo:${password}@db.example.jp/kyodo` });
      expect(read).toThrow(configText.password);
      expect(read).not.toThrow(password);
    },
  );

  test('is read when they are written as numbers', () => {
    const url = `postgres://kyodo:${encodeURIComponent('p@s/s#?')}@db.example.jp/kyodo`;
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });
});

describe('the way through a proxy', () => {
  const proxyOf = (environment: Readonly<Record<string, string>>) => readConfig(environment).proxy;

  test('is read in small letters too, and those in capital letters count', () => {
    const small = { https_proxy: 'http://small.example:1', no_proxy: 'small.example' };
    expect(proxyOf(small)).toEqual({ url: 'http://small.example:1', except: 'small.example' });
    expect(proxyOf({ ...small, HTTPS_PROXY: 'https://capital.example:2', NO_PROXY: '' })).toEqual({
      url: 'https://capital.example:2',
      except: 'small.example',
    });
  });

  test('is http where no word stands before the host', () => {
    expect(proxyOf({ HTTPS_PROXY: 'proxy.city.example:8080' })?.url).toBe('http://proxy.city.example:8080');
  });

  test.each([
    ['a proxy of another kind', 'socks5://proxy.city.example:1080', configText.proxy],
    ['no host', 'http://', configText.proxy],
    ['a file of automatic settings', 'http://city.example/proxy.pac', configText.proxyPath],
    ['a password with a slash', 'http://kyodo:ge/heim@proxy.city.example:8080', configText.password],
    ['a password with a percent sign', 'http://kyodo:50%geheim@proxy.city.example:8080', configText.password],
  ])('%s is refused without being repeated', (_what, HTTPS_PROXY, sentence) => {
    const read = () => readConfig({ HTTPS_PROXY });
    expect(read).toThrow(`・HTTPS_PROXY:${sentence}`);
    expect(read).not.toThrow('heim');
  });
});
