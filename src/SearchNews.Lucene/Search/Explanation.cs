using System.Text;

namespace SearchNews.Lucene.Search;

/// <summary>How a number came about: a value, what it is, and the values it was made of. Immutable.</summary>
public sealed class Explanation
{
    private Explanation(bool isMatch, float value, string description, IReadOnlyList<Explanation> details, Query? query = null)
    {
        Query = query;
        IsMatch = isMatch;
        Value = value;
        Description = description;
        Details = details;
    }

    /// <summary>False when the document does not match; the value then is 0.</summary>
    public bool IsMatch { get; }

    /// <summary>The number; at the root, exactly the score.</summary>
    public float Value { get; }

    /// <summary>What the number is, in a few English words.</summary>
    public string Description { get; }

    /// <summary>The query without parts of its own, such as a term or a phrase, that adds this value; null for sums and for what such a value is made of.</summary>
    public Query? Query { get; }

    /// <summary>The parts.</summary>
    public IReadOnlyList<Explanation> Details { get; }

    /// <summary>A value that counts.</summary>
    public static Explanation Match(float value, string description, params IReadOnlyList<Explanation> details) => new(isMatch: true, value, description, details);

    /// <summary>A reason why something does not match.</summary>
    public static Explanation NoMatch(string description, params IReadOnlyList<Explanation> details) => new(isMatch: false, 0f, description, details);

    /// <summary>The same as the value that a query without parts adds.</summary>
    public Explanation Of(Query query) => new(IsMatch, Value, Description, Details, query);

    /// <summary>The tree, one value a line, parts indented by two blanks.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var open = new Stack<(Explanation Node, int Depth)>();
        open.Push((this, 0));
        while (open.TryPop(out (Explanation Node, int Depth) top))
        {
            text.Append(' ', top.Depth * 2).Append(top.Node.Value).Append(" = ").Append(top.Node.Description).Append('\n');
            for (int i = top.Node.Details.Count - 1; i >= 0; i--)
                open.Push((top.Node.Details[i], top.Depth + 1));
        }

        return text.ToString();
    }
}
