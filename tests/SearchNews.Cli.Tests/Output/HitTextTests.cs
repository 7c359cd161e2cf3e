using SearchNews.Cli.Output;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Tests.Output;

public sealed class HitTextTests
{
    private const string LongId = "2021-04-19-mars-helicopter-ingenuity-makes-the-first-powered-flight-on-another-planet";

    private static readonly SearchHit Hit = new()
    {
        Id = LongId,
        Title = "Mars helicopter makes the first flight 🚁",
        Excerpt = "For 39 seconds it hung three metres above the floor of the crater, watched by the rover that had carried it there.",
        PublishedDateTime = new DateTimeOffset(2021, 4, 19, 0, 0, 0, TimeSpan.Zero),
        Provider = new ProviderInfo("Launch Ledger", "launch-ledger.example"),
        Score = 1.5f,
    };

    [Fact]
    public void Write_NarrowTerminal_FitsAllButTheId()
    {
        var screen = new Screen(40);
        HitText.Write(screen.Terminal, 1, Hit, 1.5f, highlights: null);

        screen.Lines.ShouldBe(
        [
            " 1. Mars helicopter makes the first",
            "    flight 🚁",
            "    For 39 seconds it hung three metres",
            "    above the floor of the crater,…",
            "    1.500 2021-04-19",
            "    launch-ledger.example",
            $"    {LongId}",
        ]);
    }

    [Fact]
    public void Write_Pipe_IsTwoLinesAndTheIdEndsOne()
    {
        var screen = new Screen(CommandContext.UnwrappedWidth);
        HitText.Write(screen.Terminal, 12, Hit, null, highlights: null);

        screen.Lines.ShouldBe(["12. Mars helicopter makes the first flight 🚁", $"    2021-04-19  launch-ledger.example  {LongId}"]);
    }

    [Fact]
    public void Write_Highlights_AreMarkedAndUnescaped()
    {
        var screen = new Screen(80, ansi: true);
        HitText.Write(screen.Terminal, 1, Hit, null, new Highlights(["<mark>Mars</mark>'s &lt;b&gt; &amp; more"], ["watched by the <mark>rover</mark>"]));

        screen.Text.ShouldContain("\u001b[1;91mMars\u001b[0m");
        screen.Text.ShouldContain("<b>");
        screen.Text.ShouldContain("&");
        screen.Text.ShouldContain("\u001b[1;91mrover\u001b[0m");
        screen.Text.ShouldNotContain("mark>");
        screen.Text.ShouldNotContain("&amp;");
    }

    [Fact]
    public void Write_ControlCharacters_DoNotReachTheTerminal()
    {
        var screen = new Screen(80);
        HitText.Write(screen.Terminal, 1, Hit with { Title = "a\u001b[31mb\u0007", Excerpt = "c\u009bd", Id = "e\u001bf" }, null, new Highlights([], ["x&#27;[2Jy"]));

        screen.Text.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
    }
}
