using SearchNews.Lucene.Index;

namespace SearchNews.Search.Highlighting;

/// <summary>What is marked among the tokens of one analyzer. Filled once, then only read.</summary>
/// <param name="sources">Numbers what is added.</param>
internal sealed class TermSet(MatchSources sources)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<MarkedTerm> _terms = [];

    /// <summary>Beginnings of words.</summary>
    public List<MarkedPrefix> Prefixes { get; } = [];

    /// <summary>Phrases.</summary>
    public List<MarkedPhrase> Phrases { get; } = [];

    /// <summary>Where anything is marked.</summary>
    public MarkedFields Fields { get; private set; }

    /// <summary>Marks a term wherever it is.</summary>
    public void Add(Term term, MarkedFields fields)
    {
        Fields |= fields;
        int number = NumberOf(term);
        _terms[number] = _terms[number] with { Alone = _terms[number].Alone | fields };
    }

    /// <summary>Marks words by their beginning.</summary>
    public void AddPrefix(string letters, MarkedFields fields)
    {
        Fields |= fields;
        Prefixes.Add(new MarkedPrefix(letters, fields, sources.Add()));
    }

    /// <summary>Marks terms where they stand together, and not elsewhere.</summary>
    public void AddPhrase(IReadOnlyList<Term> terms, IReadOnlyList<int> positions, MarkedFields fields)
    {
        Fields |= fields;
        int[] numbers = [.. terms.Select(NumberOf)];
        foreach (int number in numbers) _terms[number] = _terms[number] with { InPhrases = _terms[number].InPhrases | fields };
        Phrases.Add(new MarkedPhrase(numbers, [.. positions.Select(position => position - positions[0])], fields, sources.Add([.. terms])));
    }

    /// <summary>The number of a term that is looked for, or -1.</summary>
    public int Find(ReadOnlySpan<char> term) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out int number) ? number : -1;

    /// <summary>A term by its number.</summary>
    public MarkedTerm this[int number] => _terms[number];

    private int NumberOf(Term term)
    {
        if (_numbers.TryGetValue(term.Text, out int number)) return number;
        _numbers.Add(term.Text, _terms.Count);
        _terms.Add(new MarkedTerm(MarkedFields.None, MarkedFields.None, sources.Add(term)));
        return _terms.Count - 1;
    }
}
