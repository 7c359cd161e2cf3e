namespace SearchNews.Browser.Tests;

/// <summary>What is wrong with how a page is laid out, as its reader would see it.</summary>
internal static class Layout
{
    // Siblings, because what is laid over others on purpose (a list under the box, a skip link) is positioned, and positioned elements are left out.
    private const string Script = """
        () => {
          const faults = [];
          const width = document.documentElement.clientWidth;
          if (document.scrollingElement.scrollWidth > width) faults.push(`scrolls sideways: ${document.scrollingElement.scrollWidth} of ${width}`);
          const name = el => el.localName + (el.id ? '#' + el.id : '') + (el.className && el.className.baseVal === undefined ? '.' + el.className.trim().replace(/\s+/g, '.') : '') + ` "${(el.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 30)}"`;
          const shown = el => el.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && el.getClientRects().length > 0;
          const clipped = el => { const s = getComputedStyle(el), r = el.getBoundingClientRect(); return s.clipPath !== 'none' || s.clip !== 'auto' || r.width < 2 || r.height < 2; };
          const inFlow = el => !['absolute', 'fixed'].includes(getComputedStyle(el).position);
          for (const parent of document.body.querySelectorAll('*')) {
            if (parent.closest('svg') || !shown(parent)) continue;
            const children = [...parent.children].filter(el => shown(el) && inFlow(el) && !clipped(el) && getComputedStyle(el).display !== 'contents');
            for (let i = 0; i < children.length; i++) for (let j = i + 1; j < children.length && j < i + 40; j++) {
              const a = children[i], b = children[j];
              if (getComputedStyle(a).display === 'inline' || getComputedStyle(b).display === 'inline') continue;
              const r = a.getBoundingClientRect(), s = b.getBoundingClientRect();
              const x = Math.min(r.right, s.right) - Math.max(r.left, s.left), y = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
              if (x > 1 && y > 1) faults.push(`overlap: ${name(a)} and ${name(b)}, ${x.toFixed(0)} x ${y.toFixed(0)}`);
            }
            const style = getComputedStyle(parent), box = parent.getBoundingClientRect();
            if (clipped(parent) || style.display === 'inline') continue;
            if (box.right > width + 1 || box.left < -1) if (!parent.parentElement.closest('[data-scrolls], .visually-hidden')) faults.push(`outside: ${name(parent)} ${box.left.toFixed(0)}..${box.right.toFixed(0)} of ${width}`);
            if (parent.scrollWidth > parent.clientWidth + 1 && parent.clientWidth > 0 && style.overflowX === 'visible') faults.push(`spills: ${name(parent)} ${parent.scrollWidth} of ${parent.clientWidth}`);
            if (parent.scrollWidth > parent.clientWidth + 1 && parent.clientWidth > 0 && ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis' && !parent.closest('input') && parent.children.length === 0)
              faults.push(`cut off: ${name(parent)} ${parent.scrollWidth} of ${parent.clientWidth}`);
          }
          return faults;
        }
        """;

    // What was laid out last is reported with the frame after it.
    private const string ShiftNow = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => { window.__noteShifts(); done(window.__shift); })))";

    /// <summary>What scrolls sideways, overlaps its neighbour, spills out of its box or is cut off.</summary>
    public static Task<string[]> FaultsAsync(Visitor visitor) => visitor.EvaluateAsync<string[]>(Script);

    /// <summary>How far content jumped so far without the visitor's doing: the sum of the layout shift scores.</summary>
    public static Task<double> ShiftAsync(Visitor visitor) => visitor.EvaluateAsync<double>(ShiftNow);

    /// <summary>Does what makes room on the visitor's demand. The browser counts that as no jump when it comes within half a second; here it counts as none however busy the machine is.</summary>
    public static async Task ShiftOnDemandAsync(Visitor visitor, Func<Task> act)
    {
        double before = await ShiftAsync(visitor);
        await act();
        await ShiftAsync(visitor);
        await visitor.Page.EvaluateAsync("before => { window.__shift = before; }", before);
    }

    /// <summary>What jumped.</summary>
    public static Task<string[]> ShiftedAsync(Visitor visitor) => visitor.EvaluateAsync<string[]>("() => window.__shifted");
}
