using SearchNews.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SearchNews.Cli.Tests.Output;

public sealed class HangingTextTests
{
    [Fact]
    public void Write_WordsBeyondTheWidth_StandBelowTheFirst() =>
        Write(20, " 1. ", 4, "Voyager 1 sends readable data again").ShouldBe([" 1. Voyager 1 sends", "    readable data", "    again"]);

    [Fact]
    public void Write_TooManyLines_EndsWithAnEllipsis() =>
        Write(20, "    ", 4, "Voyager 1 sends readable data again to Earth", mostLines: 2).ShouldBe(["    Voyager 1 sends", "    readable data a…"[..17] + "…"]);

    [Fact]
    public void Write_WideLetters_TakeTwoCells() =>
        Write(20, "    ", 4, "ボイジャー一号から再び読めるデータ").ShouldBe(["    ボイジャー一号か", "    ら再び読めるデー", "    タ"]);

    [Fact]
    public void Write_EmojiAtTheEdge_GoesToTheNextLine() => Write(16, "    ", 4, "helicopter 🚁 flew").ShouldBe(["    helicopter", "    🚁 flew"]);

    [Fact]
    public void Write_WordWiderThanALine_IsBroken() => Write(14, "  ", 2, "so antidisestablishmentarianism").ShouldAllBe(line => line.Length <= 14);

    [Fact]
    public void Write_Nothing_IsTheLead() => Write(20, "lead", 4, "").ShouldBe(["lead"]);

    [Fact]
    public void Write_AnyTextAtAnyWidth_FitsAndLosesNothing()
    {
        var random = new Random(4711);
        string[] letters = ["a", "b", " ", "  ", "é", "月", "🚁", "👩‍🚀", "x", "long", "\u00A0"];
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)]));
            int width = random.Next(12, 60);
            string[] lines = Write(width, "    ", 4, text);

            lines.ShouldAllBe(line => new Segment(line).CellCount() <= width, $"seed 4711, round {i}: '{text}' at {width}");
            string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal), $"seed 4711, round {i}");
        }
    }

    private static string[] Write(int width, string lead, int indent, string text, int mostLines = int.MaxValue)
    {
        var screen = new Screen(width);
        screen.Terminal.Write(new HangingText(lead, indent, [new TextPart(text, Style.Plain)], mostLines));
        return screen.Lines;
    }
}
