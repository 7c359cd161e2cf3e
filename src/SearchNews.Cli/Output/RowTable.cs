using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SearchNews.Cli.Output;

/// <summary>Prints rows as a table, numbers to the right, long text of the last column in several lines; where that does not fit the width of the terminal, each row as a list of its cells.</summary>
internal static class RowTable
{
    // A blank of padding and one of border; one more begins a row.
    private const int Gap = 2;
    private const int Indent = 2;

    // Text of the last column may be broken, not into less than this.
    private const int LeastLastWidth = 24;

    public static void Write(IAnsiConsole terminal, string[] columns, IEnumerable<object[]> rows)
    {
        object[][] all = [.. rows];
        string[][] cells = [.. all.Select(row => Array.ConvertAll(row, cell => MarkedText.Plain(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")))];
        bool[] areNumbers = [.. columns.Select((_, column) => all.Length > 0 && all[0][column] is int or long)];
        int[] widths = [.. columns.Select((name, column) => cells.Select(row => CellsOf(row[column])).Prepend(CellsOf(name)).Max())];
        if (!areNumbers[^1]) widths[^1] = Math.Min(widths[^1], LeastLastWidth);
        if (1 + widths.Sum(width => width + Gap) > terminal.Profile.Width) WriteLists(terminal, columns, cells);
        else WriteTable(terminal, columns, cells, areNumbers);
    }

    private static void WriteTable(IAnsiConsole terminal, string[] columns, string[][] rows, bool[] areNumbers)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < columns.Length; i++)
        {
            TableColumn column = new TableColumn(Markup.Escape(columns[i])).Padding(0, 0, Gap - 1, 0);
            column.NoWrap = areNumbers[i] || i < columns.Length - 1;
            table.AddColumn(areNumbers[i] ? column.RightAligned() : column);
        }

        foreach (string[] row in rows) table.AddRow(Array.ConvertAll(row, Markup.Escape));
        terminal.Write(table);
    }

    private static void WriteLists(IAnsiConsole terminal, string[] columns, string[][] rows)
    {
        int names = columns.Max(CellsOf) + Gap;
        foreach (string[] row in rows)
        {
            terminal.Write(new UnbrokenText(new TextPart(row[0], new Style(decoration: Decoration.Bold))));
            for (int i = 1; i < row.Length; i++)
            {
                if (row[i].Length > 0) terminal.Write(new HangingText(new string(' ', Indent) + columns[i].PadRight(names), Indent + names, [new TextPart(row[i], Style.Plain)]));
            }
        }
    }

    private static int CellsOf(string text) => new Segment(text).CellCount();
}
