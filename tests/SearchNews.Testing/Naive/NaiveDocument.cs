using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Features;

namespace SearchNews.Testing.Naive;

/// <summary>A document for a <see cref="NaiveIndex"/>, whose tokens are given as they shall be indexed.</summary>
public sealed class NaiveDocument
{
    internal Dictionary<string, IndexOptions> Options { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Dictionary<string, List<int>>> Positions { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, int> Lengths { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(string Field, string Name), int> Features { get; } = [];

    internal Dictionary<string, long> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds words, separated by blanks, with norms, frequencies and positions. A word <c>_</c> leaves a hole.</summary>
    public NaiveDocument Text(string field, string words)
    {
        Options[field] = IndexOptions.DocsAndFreqsAndPositions;
        Dictionary<string, List<int>> terms = Terms(field);
        int position = 0;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word != "_")
            {
                if (!terms.TryGetValue(word, out List<int>? positions))
                    terms[word] = positions = [];
                positions.Add(position);
                Lengths[field] = Lengths.GetValueOrDefault(field) + 1;
            }

            position++;
        }

        return this;
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
        Features[(field, name)] = FeatureEncoding.Encode(value);
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
