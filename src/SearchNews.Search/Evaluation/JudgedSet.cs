using System.Globalization;

namespace SearchNews.Search.Evaluation;

/// <summary>
/// Queries and what is relevant to them. Files are UTF-8 TSV without a header: queries are <c>id TAB text [TAB kind]</c>, judgements <c>id TAB article TAB grade</c>. A pair that
/// is not listed, or has a grade of 0 or less, is not relevant.
/// </summary>
public sealed class JudgedSet
{
    internal JudgedSet(IReadOnlyList<JudgedQuery> queries) => Queries = queries;

    /// <summary>The queries that have at least one relevant article, in the order of their file.</summary>
    public IReadOnlyList<JudgedQuery> Queries { get; }

    /// <summary>Reads queries and judgements.</summary>
    /// <exception cref="InvalidDataException">A line is not in its form; names file and line.</exception>
    public static JudgedSet Read(string queriesPath, string qrelsPath)
    {
        Dictionary<string, Dictionary<string, int>> grades = ReadQrels(qrelsPath);
        var queries = new List<JudgedQuery>();
        foreach ((_, string[] row) in Rows(queriesPath, minColumns: 2))
        {
            if (grades.TryGetValue(row[0], out Dictionary<string, int>? judged)) queries.Add(new JudgedQuery(row[0], row[1], judged, row.Length > 2 && row[2].Length > 0 ? row[2] : null));
        }

        return new JudgedSet(queries);
    }

    /// <summary>Reads pairs of similar articles: each article is a query.</summary>
    /// <exception cref="InvalidDataException">A line is not in its form; names file and line.</exception>
    public static JudgedSet ReadSimilar(string qrelsPath) => new([.. ReadQrels(qrelsPath).Select(q => new JudgedQuery(q.Key, q.Key, q.Value))]);

    private static Dictionary<string, Dictionary<string, int>> ReadQrels(string path)
    {
        var all = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach ((int line, string[] row) in Rows(path, minColumns: 3))
        {
            if (!int.TryParse(row[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int grade))
                throw new InvalidDataException($"{Path.GetFileName(path)}:{line}: the grade '{row[2]}' is not a whole number.");
            if (grade <= 0) continue;
            if (!all.TryGetValue(row[0], out Dictionary<string, int>? grades)) all[row[0]] = grades = new Dictionary<string, int>(StringComparer.Ordinal);
            grades[row[1]] = grade;
        }

        return all;
    }

    private static IEnumerable<(int Line, string[] Columns)> Rows(string path, int minColumns)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            string[] columns = line.Split('\t');
            if (columns.Length < minColumns)
                throw new InvalidDataException($"{Path.GetFileName(path)}:{number}: {columns.Length} columns, expected {minColumns} separated by tabs.");
            yield return (number, columns);
        }
    }
}
