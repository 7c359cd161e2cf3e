namespace SearchNews.Browser.Tests.Pages;

/// <summary>Everything without a mouse.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const int MostStops = 400;

    [Fact]
    public async Task Slash_Anywhere_GoesToTheBox()
    {
        Visitor visitor = await OpenAsync("/?q=moon");

        await visitor.Page.Keyboard.PressAsync("/");

        (await FocusAsync(visitor)).ShouldBe("q");
        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("moon");
        await visitor.Page.Keyboard.TypeAsync("a/b");
        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("a/b");
    }

    [Fact]
    public async Task Arrows_FromTheBox_GoThroughTheHitsAndBack()
    {
        Visitor visitor = await OpenAsync("/?q=moon");
        await visitor.Page.Locator("#q").FocusAsync();

        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        (await HitAsync(visitor)).ShouldBe("hit-1");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        (await HitAsync(visitor)).ShouldBe("hit-2");
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        (await HitAsync(visitor)).ShouldBe("hit-1");
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        (await FocusAsync(visitor)).ShouldBe("q");
    }

    [Fact]
    public async Task Enter_OnAHit_ReadsIt()
    {
        Visitor visitor = await OpenAsync("/?q=moon");
        await visitor.Page.RouteAsync(url => url.Contains(".example/", StringComparison.Ordinal) && !url.Contains("images.example", StringComparison.Ordinal), route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>elsewhere</title>" }));
        string address = (await visitor.Page.Locator(".hit h2 a").Nth(1).GetAttributeAsync("href")).ShouldNotBeNull();
        await visitor.Page.Locator("#q").FocusAsync();

        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Until.TrueAsync(visitor, "url => location.href === url", address);

        await visitor.Page.GoBackAsync();
        await Until.TrueAsync(visitor, "() => document.activeElement.closest('.hit')?.id === 'hit-2'");
    }

    [Fact]
    public async Task Search_WithKeysAlone_FindsFiltersAndOpens()
    {
        Visitor visitor = await OpenAsync("/");

        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("voyager");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Until.CountAsync(visitor, "voyager");
        await visitor.Page.Locator("[role=listbox]").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Hidden });
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        (await HitAsync(visitor)).ShouldBe("hit-1");
        await TabToAsync(visitor, "document.activeElement.dataset.part === 'similar'");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("#hit-1-panel .read").First.WaitForAsync();
        await TabToAsync(visitor, "document.activeElement.closest('#facet-provider') !== null && document.activeElement.type === 'checkbox'");
        await visitor.Page.Keyboard.PressAsync("Space");

        await visitor.Page.Locator(".chip").First.WaitForAsync();
        (await visitor.EvaluateAsync<string>("() => document.activeElement.type")).ShouldBe("checkbox");
    }

    [Fact]
    public async Task Skip_FirstStop_LeadsToTheResults()
    {
        Visitor visitor = await OpenAsync("/?q=moon");

        await visitor.Page.Keyboard.PressAsync("Tab");
        (await visitor.EvaluateAsync<bool>("() => document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0")).ShouldBeTrue();
        await visitor.Page.Keyboard.PressAsync("Enter");
        (await FocusAsync(visitor)).ShouldBe("results");
        await visitor.Page.Keyboard.PressAsync("Tab");

        (await visitor.EvaluateAsync<bool>("() => document.activeElement.closest('#results') !== null")).ShouldBeTrue();
    }

    [Fact]
    public async Task Jump_OnATelephone_LeadsToTheFiltersAndStaysThere()
    {
        Visitor visitor = await OpenAsync("/?q=moon", new VisitorOptions { Width = 360, Height = 740 });

        await visitor.Page.Locator(".jump").ClickAsync();
        await Until.TrueAsync(visitor, "() => { const top = document.getElementById('filters').getBoundingClientRect().top; return top >= 0 && top < 200; }");
        await Until.SettledAsync(visitor);

        (await visitor.EvaluateAsync<double>("() => document.getElementById('filters').getBoundingClientRect().top")).ShouldBeInRange(0, 200);
    }

    [Theory]
    [InlineData("/?q=moon")]
    [InlineData("/stories")]
    public async Task Tab_ThroughThePage_EveryStopIsSeenAndInOrder(string target)
    {
        Visitor visitor = await OpenAsync(target);
        var faults = new List<string>();
        int stops = 0;
        for (; stops < MostStops; stops++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            string? fault = await visitor.EvaluateAsync<string?>("""
                () => {
                  const el = document.activeElement;
                  if (!el || el === document.body) return 'end';
                  const last = window.__last;
                  window.__last = el;
                  if (window.__first === el) return 'end';
                  window.__first ??= el;
                  const name = el.localName + '#' + el.id + '.' + el.className + ' ' + (el.textContent || '').trim().slice(0, 30);
                  if (last === el) return null; // A date has a stop for each of its parts.
                  if (last && !(last.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'out of order: ' + name;
                  const box = el.getBoundingClientRect();
                  if (box.width < 1 || box.height < 1 || box.bottom <= 0 || box.top >= innerHeight) return 'not seen: ' + name;
                  const marked = e => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
                  if (!marked(el) && !marked(el.parentElement)) return 'not marked: ' + name;
                  const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 20))), Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)));
                  if (at && !el.contains(at) && !at.contains(el) && !at.closest('label')) return 'covered: ' + name + ' by ' + at.localName + '.' + at.className;
                  return null;
                }
                """);
            if (fault == "end") break;
            if (fault is not null) faults.Add(fault);
        }

        faults.ShouldBeEmpty();
        stops.ShouldBeInRange(10, MostStops - 1);
    }

    private static Task<string> FocusAsync(Visitor visitor) => visitor.EvaluateAsync<string>("() => document.activeElement.id");

    private static Task<string?> HitAsync(Visitor visitor) => visitor.EvaluateAsync<string?>("() => document.activeElement.closest('.hit')?.id ?? null");

    private static async Task TabToAsync(Visitor visitor, string condition)
    {
        for (int i = 0; i < MostStops; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.EvaluateAsync<bool>($"() => {condition}")) return;
        }

        Assert.Fail($"No tab stop where {condition}.");
    }
}
