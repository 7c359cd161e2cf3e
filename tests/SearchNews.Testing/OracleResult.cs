using System.Globalization;
using System.Text;

namespace SearchNews.Testing;

/// <summary>What Lucene answered to one query; see <c>RunQueries.java</c> for the text form this is read from.</summary>
/// <param name="Name">The query's name, else the number of its line from 1.</param>
/// <param name="Total">Number of matching documents; a lower bound when not <paramref name="Exact"/>.</param>
/// <param name="Exact">False only when the query set a threshold.</param>
/// <param name="Hits">Best first, ties by document.</param>
/// <param name="Parsed">The query as Lucene prints it, when "show" was set, non-ASCII escaped.</param>
/// <param name="Error">Why the classic parser refused the query; null when it did not.</param>
public sealed record OracleResult(string Name, long Total, bool Exact, IReadOnlyList<OracleHit> Hits, string? Parsed, string? Error)
{
    /// <summary>Reads all results of one run, in the order of the queries.</summary>
    public static IReadOnlyList<OracleResult> ParseAll(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        List<OracleResult> results = [];
        List<OracleHit> hits = [];
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("query ", StringComparison.Ordinal))
            {
                hits = [];
                results.Add(ParseHead(line.Split(' '), hits));
            }
            else if (line.StartsWith(" hit ", StringComparison.Ordinal))
            {
                hits.Add(ParseHit(line.Split(' ')));
            }
            else if (line.StartsWith(" parsed ", StringComparison.Ordinal))
            {
                results[^1] = results[^1] with { Parsed = line[" parsed ".Length..] };
            }
        }

        return results;
    }

    private static OracleResult ParseHead(string[] words, List<OracleHit> hits)
    {
        const string ErrorKey = "error=";
        const string TotalKey = "total=";
        string name = Unescape(words[1]);
        if (words[2].StartsWith(ErrorKey, StringComparison.Ordinal))
            return new OracleResult(name, Total: 0, Exact: true, hits, Parsed: null, Unescape(words[2][ErrorKey.Length..]));
        return new OracleResult(name, long.Parse(words[2].AsSpan(TotalKey.Length), CultureInfo.InvariantCulture), words[3] == "exact=true", hits, Parsed: null, Error: null);
    }

    // The line starts with a blank: words[0] is empty, words[1] is "hit", words[5] the score in decimal.
    private static OracleHit ParseHit(string[] words) =>
        new(int.Parse(words[2], CultureInfo.InvariantCulture), Unescape(words[3]), Bits(words[4]), words.Length > 6 ? Bits(words[6]) : null);

    private static float Bits(string hex) => BitConverter.UInt32BitsToSingle(uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static string Unescape(string text)
    {
        List<byte> bytes = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
