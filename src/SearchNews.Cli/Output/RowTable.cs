using System.Globalization;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints rows as a table; numbers stand right.</summary>
internal static class RowTable
{
    public static void Write(IAnsiConsole terminal, string[] columns, IEnumerable<object[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        object[][] all = [.. rows];
        for (int i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i]));
            table.AddColumn(all.Length > 0 && all[0][i] is int or long ? column.RightAligned() : column);
        }

        foreach (object[] row in all) table.AddRow([.. row.Select(cell => Markup.Escape(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""))]);
        terminal.Write(table);
    }
}
