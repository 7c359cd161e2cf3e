using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Testing.Naive;

/// <summary>A document for a <see cref="NaiveIndex"/>, whose tokens are given as they shall be indexed.</summary>
public sealed class NaiveDocument
{
    internal Dictionary<string, IndexOptions> Options { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Dictionary<string, List<int>>> Positions { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, sbyte> Norms { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(string Field, string Term), int> Freqs { get; } = [];

    internal Dictionary<string, long> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Sets a field of words, separated by blanks, with norms, frequencies and positions. A word <c>_</c> leaves a hole.</summary>
    public NaiveDocument Text(string field, string words)
    {
        Options[field] = IndexOptions.DocsAndFreqsAndPositions;
        Dictionary<string, List<int>> terms = Terms(field);
        int position = 0;
        int length = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word != "_")
            {
                if (!terms.TryGetValue(word, out List<int>? positions))
                    terms[word] = positions = [];
                positions.Add(position);
                length++;
            }

            position++;
        }

        return Norm(field, (sbyte)SmallFloat.IntToByte4(length));
    }

    /// <summary>Adds one term without norms, frequencies and positions.</summary>
    public NaiveDocument Keyword(string field, string value)
    {
        Options[field] = IndexOptions.Docs;
        Terms(field)[value] = [0];
        return this;
    }

    /// <summary>Adds a feature.</summary>
    public NaiveDocument Feature(string field, string name, float value)
    {
        Options[field] = IndexOptions.DocsAndFreqs;
        Terms(field)[name] = [0];
        Freqs[(field, name)] = FeatureField.Encode(value);
        return this;
    }

    /// <summary>Adds a term as it stands in postings.</summary>
    public NaiveDocument Posting(string field, IndexOptions options, string term, int freq, IReadOnlyList<int> positions)
    {
        Options[field] = options;
        Terms(field)[term] = [.. positions];
        Freqs[(field, term)] = freq;
        return this;
    }

    /// <summary>Sets the norm of a field.</summary>
    public NaiveDocument Norm(string field, sbyte norm)
    {
        Norms[field] = norm;
        return this;
    }

    /// <summary>Adds a numeric doc value.</summary>
    public NaiveDocument Number(string field, long value)
    {
        Numbers[field] = value;
        return this;
    }

    private Dictionary<string, List<int>> Terms(string field)
    {
        if (!Positions.TryGetValue(field, out Dictionary<string, List<int>>? terms))
            Positions[field] = terms = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        return terms;
    }
}
