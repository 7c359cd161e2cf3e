using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SearchNews.Search.Synonyms;

/// <summary>
/// Reads rules, one a line: <c>k8s, kubernetes</c> mean the same; <c>ad => azure active directory</c> searches what is on the right for what is on the left too,
/// not the other way round. Lines that begin with <c>#</c> are comments.
/// </summary>
internal static class SynonymParser
{
    /// <summary>Most bytes of a file.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Most lines.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Most words and phrases of a rule.</summary>
    public const int MaxTerms = 16;

    /// <summary>Most words of a phrase.</summary>
    public const int MaxWords = 8;

    // Each of a rule's words may be in other rules too.
    private const int MaxMeanings = 32;

    private const string Arrow = "=>";

    /// <summary>Reads a file's content.</summary>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="SynonymFileException">The first line that is no rule.</exception>
    public static SynonymRules Parse(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > MaxBytes) throw new SynonymFileException(string.Create(CultureInfo.InvariantCulture, $"{file} has {bytes.Length} bytes, at most {MaxBytes} are read."));
        var rules = new SynonymRules(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        int number = 0;
        foreach (string line in Decode(bytes, file).EnumerateLines())
        {
            number++;
            if (number > MaxLines) throw Error(file, number, $"a file has at most {MaxLines} lines");
            if (line.Length > 0 && line[0] != '#') ParseRule(line, rules, file, number);
        }

        return rules;
    }

    private static void ParseRule(string line, SynonymRules rules, string file, int number)
    {
        string[] sides = line.Split(Arrow);
        if (sides.Length > 2) throw Error(file, number, $"'{Arrow}' stands more than once");
        string[] left = Terms(sides[0], file, number);
        string[] right = sides.Length == 2 ? Terms(sides[1], file, number) : left;
        if (sides.Length == 1 && left.Length == 1) throw Error(file, number, "a rule needs two words or phrases, separated by ',' or '=>'");
        if (left.Length + (sides.Length == 2 ? right.Length : 0) > MaxTerms) throw Error(file, number, $"a rule has at most {MaxTerms} words and phrases");
        foreach (string from in left)
        {
            foreach (string to in right) rules.Add(from, to);
            if (rules.Find(SynonymRules.StemsOf(from)) is { Count: > MaxMeanings }) throw Error(file, number, $"'{from}' means more than {MaxMeanings} others by now");
        }
    }

    private static string[] Terms(string side, string file, int number)
    {
        string[] terms = side.Split(',', StringSplitOptions.TrimEntries);
        foreach (string term in terms)
        {
            if (term.Length == 0) throw Error(file, number, "a word is missing before or after ',' or '=>'");
            int words = SynonymRules.StemsOf(term).Length;
            if (words == 0) throw Error(file, number, $"'{Shorten(term)}' has no word that is searched for");
            if (words > MaxWords || term.Split(' ').Length > MaxWords) throw Error(file, number, $"'{Shorten(term)}' has more than {MaxWords} words");
            if (term.Contains('"', StringComparison.Ordinal)) throw Error(file, number, "quotes are not needed: words side by side are a phrase");
        }

        return terms;
    }

    private static IEnumerable<string> EnumerateLines(this string text)
    {
        foreach (string line in text.Split('\n')) yield return line.Trim();
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new SynonymFileException($"{file} is not UTF-8.", e);
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");

    private static SynonymFileException Error(string file, int line, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {what}."));
}
