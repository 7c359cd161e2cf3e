using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Analysis.Tables;

/// <summary>
/// The tables of this folder: text files built into the assembly, each row a name and the code points it holds for,
/// measured on Apache Lucene and Java by <c>tests/oracle/src/AnalysisTables.java</c>.
/// </summary>
/// <remarks>
/// Row: <c>Name 41 61-7A 100-12E/2</c>, blanks between, hexadecimal, ends inclusive, <c>/2</c> for every second one. A name
/// may have several rows. Lines that start with <c>//</c> are comments.
/// </remarks>
internal static class CodePointRows
{
    /// <summary>A range of code points of one name: from First to Last inclusive, every Step-th.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Range(string Name, int First, int Last, int Step);

    /// <summary>Reads all rows of a table, by its file name without the extension.</summary>
    public static List<Range> Read(string table)
    {
        Assembly assembly = typeof(CodePointRows).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"{typeof(CodePointRows).Namespace}.{table}.txt")
            ?? throw new ArgumentException($"There is no table {table}.", nameof(table));
        using var reader = new StreamReader(stream);
        var ranges = new List<Range>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("//", StringComparison.Ordinal))
                ReadRow(line, ranges);
        }

        return ranges;
    }

    private static void ReadRow(string line, List<Range> ranges)
    {
        string? name = null;
        ReadOnlySpan<char> row = line;
        foreach (System.Range part in row.Split(' '))
        {
            if (name is null)
                name = row[part].ToString();
            else
                ranges.Add(ReadRange(name, row[part]));
        }
    }

    private static Range ReadRange(string name, ReadOnlySpan<char> range)
    {
        int step = 1;
        if (range.IndexOf('/') is >= 0 and int slash)
        {
            step = int.Parse(range[(slash + 1)..], NumberStyles.None);
            range = range[..slash];
        }

        int dash = range.IndexOf('-');
        int first = int.Parse(dash < 0 ? range : range[..dash], NumberStyles.AllowHexSpecifier);
        int last = dash < 0 ? first : int.Parse(range[(dash + 1)..], NumberStyles.AllowHexSpecifier);
        return new Range(name, first, last, step);
    }
}
