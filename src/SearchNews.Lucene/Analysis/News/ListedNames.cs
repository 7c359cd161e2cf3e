using System.Buffers;
using System.Text;

namespace SearchNews.Lucene.Analysis.News;

/// <summary>
/// Names that mean something only with their symbols, such as <c>C#</c>, <c>.NET</c> and <c>AZ-500</c>: the list in
/// <c>ListedNames.txt</c>, whose head gives the rules.
/// </summary>
/// <remarks>Immutable and shared.</remarks>
public sealed class ListedNames
{
    /// <summary>ASCII letters and digits.</summary>
    internal static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Names by their first symbol and the letter or digit before it (see Key), the longest first. Plain collections of int: the runtime has their code
    // ready, and this is made in every process that indexes a few articles.
    private readonly Dictionary<int, ListedName[]> _bySymbol = [];
    private readonly SearchValues<char> _symbols;

    /// <summary>Reads a list: lines of name, TAB, words; empty ones and those that start with <c>#</c> say nothing.</summary>
    /// <exception cref="FormatException">A line is of another form, or a name cannot be found by the rules.</exception>
    public ListedNames(TextReader list)
    {
        var names = new List<ListedName>();
        for (int line = 1; list.ReadLine() is { } text; line++)
        {
            if (text.Length > 0 && text[0] != '#')
                names.Add(Parse(text) ?? throw new FormatException($"Line {line} must be an ASCII name with a symbol, a TAB and words (a-z, 0-9) that are no shorter than a name that ends with a symbol, not '{text}'."));
        }

        All = names;
        _symbols = SearchValues.Create([.. names.Select(static name => name.Name[name.SymbolIndex])]);
        foreach (ListedName name in names)
        {
            int key = Key(name.Name, name.SymbolIndex);
            _bySymbol[key] = WithName(_bySymbol.GetValueOrDefault(key, []), name);
        }
    }

    /// <summary>The list that is built in.</summary>
    public static ListedNames Default { get; } = ReadDefault();

    /// <summary>The names in the order of the list.</summary>
    public IReadOnlyList<ListedName> All { get; }

    /// <summary>Finds the first name at or after a place; names do not overlap.</summary>
    /// <returns>Where it starts, or -1 when there is none.</returns>
    internal int Find(ReadOnlySpan<char> text, int from, out ListedName found)
    {
        for (int symbol = from; symbol < text.Length; symbol++)
        {
            int skip = text[symbol..].IndexOfAny(_symbols);
            if (skip < 0)
                break;
            symbol += skip;
            if (FindAt(text, from, symbol, Key(text, symbol), out found) is >= 0 and int start)
                return start;
            if (FindAt(text, from, symbol, Key(default, text[symbol]), out found) is >= 0 and int bare)
                return bare;
        }

        found = default;
        return -1;
    }

    /// <summary>Continues a word: a letter of the Latin script, a digit or a low line. Other scripts do not put blanks around a name.</summary>
    internal static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or (>= '\u00C0' and <= '\u024F');

    /// <summary>True after the symbol at the end of a name for what a blank must keep from its words: all but blanks, apostrophes, surrogates.</summary>
    internal static bool IsSetApart(char c) => c > ' ' && c is not ('\'' or '\u2019' or '\uFF07') && !char.IsSurrogate(c);

    private int FindAt(ReadOnlySpan<char> text, int from, int symbol, int key, out ListedName found)
    {
        if (_bySymbol.TryGetValue(key, out ListedName[]? candidates))
        {
            foreach (ListedName candidate in candidates)
            {
                int start = symbol - candidate.SymbolIndex;
                if (start < from || !IsAt(text, start, candidate))
                    continue;
                found = candidate;
                return start;
            }
        }

        found = default;
        return -1;
    }

    private static bool IsAt(ReadOnlySpan<char> text, int start, ListedName name)
    {
        int end = start + name.Name.Length;
        if (end > text.Length || !Ascii.EqualsIgnoreCase(text[start..end], name.Name))
            return false;
        if (start > 0 && IsWord(text[start - 1]))
            return false;
        if (end == text.Length)
            return true;

        // After a symbol a digit may follow (C++11). A style or keycap makes the symbol part of a pictograph.
        char next = text[end];
        return name.EndsWithSymbol ? char.IsAsciiDigit(next) || (!IsWord(next) && next is not ('\u20E3' or '\uFE0F')) : !IsWord(next);
    }

    /// <summary>The names with one more, which stands behind those that are no shorter.</summary>
    private static ListedName[] WithName(ListedName[] names, ListedName name)
    {
        int at = 0;
        while (at < names.Length && names[at].Name.Length >= name.Name.Length)
            at++;
        return [.. names[..at], name, .. names[at..]];
    }

    private static int Key(ReadOnlySpan<char> text, int symbol) =>
        Key(symbol > 0 && char.IsAsciiLetterOrDigit(text[symbol - 1]) ? char.ToLowerInvariant(text[symbol - 1]) : default, text[symbol]);

    private static int Key(char before, char symbol) => (before << 16) | symbol;

    private static ListedName? Parse(string line)
    {
        if (line.Split('\t') is not [{ Length: > 1 } name, { Length: > 0 } words])
            return null;
        var listed = new ListedName(name, words);
        bool sound = Ascii.IsValid(name) && name.AsSpan().ContainsAnyExcept(LettersAndDigits)
            && words.Split(' ').All(static word => word.Length > 0 && word.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            && (!listed.EndsWithSymbol || words.Length >= name.Length);
        return sound ? listed : null;
    }

    private static ListedNames ReadDefault()
    {
        using Stream stream = typeof(ListedNames).Assembly.GetManifestResourceStream(typeof(ListedNames), "ListedNames.txt")!;
        using var reader = new StreamReader(stream);
        return new ListedNames(reader);
    }
}
