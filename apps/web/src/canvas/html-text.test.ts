import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html-text.ts';

describe('the text of HTML', () => {
  it('is what a reader sees, line by line', () => {
    const html = `<html><head><title>Mail</title><style>p { color: red }</style></head><body><!--StartFragment-->
      <p>Ask the <b>platform</b>
      team</p><ul><li>etcd</li><li>kubelet</li></ul>one<br>two</body></html>`;
    expect(textOfHtml(html)).toBe('Ask the platform team\netcd\nkubelet\none\ntwo');
  });

  it('has the characters that references stand for, and keeps those nobody knows', () => {
    expect(textOfHtml('a &lt;b&gt; &amp;&nbsp;&#99; &#x1F600; &unknown; &#0; &#xD800;')).toBe(
      'a <b> & c 😀 &unknown; &#0; &#xD800;',
    );
  });

  it('has nothing of scripts, unclosed ones included, and is empty for a picture alone', () => {
    expect(textOfHtml('<p>x</p><script>alert(1)</script><SCRIPT src=y>alert(2)')).toBe('x');
    expect(textOfHtml('<img src="https://example.com/a.png" alt="">')).toBe('');
  });

  it('keeps the cells of a table apart', () => {
    expect(textOfHtml('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toBe('a b\nc');
  });

  it('ends for text made to be slow', () => {
    expect(textOfHtml('<!--'.repeat(50_000))).toBe('');
    expect(textOfHtml('<'.repeat(100_000)).length).toBe(100_000);
    expect(textOfHtml('<script'.repeat(50_000))).toBe('');
    for (const open of ['<a', '<br ', '</p', '</td'])
      expect(textOfHtml(open.repeat(100_000)).length).toBeGreaterThan(100_000);
  });
});
