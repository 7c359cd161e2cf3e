using SearchNews.Cli.Output;

namespace SearchNews.Cli.Tests.Output;

public sealed class RowTableTests
{
    private static readonly string[] Columns = ["term", "docFreq", "note"];
    private static readonly object[][] Rows = [["moon", 7, "[bold]no markup[/]"], ["月", 1234, ""]];

    [Fact]
    public void Write_WideEnough_IsATable()
    {
        string[] lines = Write(40);

        lines.ShouldContain(" term  docFreq  note");
        lines.ShouldContain(" moon        7  [bold]no markup[/]");
        lines.ShouldContain(" 月       1234");
    }

    [Fact]
    public void Write_TooNarrow_IsAListARow() =>
        Write(24).ShouldBe(["moon", "  docFreq  7", "  note     [bold]no", "           markup[/]", "月", "  docFreq  1234"]);

    [Fact]
    public void Write_LongLastColumn_IsBrokenThere()
    {
        var screen = new Screen(40);
        RowTable.Write(screen.Terminal, ["part", "why"], [["pairs", "the query has no neighbouring words that count"]]);

        screen.Lines.ShouldContain(" pairs  the query has no neighbouring");
        screen.Lines.ShouldContain("        words that count");
    }

    private static string[] Write(int width)
    {
        var screen = new Screen(width);
        RowTable.Write(screen.Terminal, Columns, Rows);
        return screen.Lines;
    }
}
