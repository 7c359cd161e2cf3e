using System.Text.Json;

namespace SearchNews.Api.Tests.Contract;

/// <summary>
/// The members that an answer in JSON has, no more and no fewer. Written as the contract writes them: <c>id provider{name domain} hits[id title]</c>; braces are
/// an object, brackets a list of objects, and a <c>?</c> behind either says that the answer in the table need not have one.
/// </summary>
internal sealed class Shape
{
    private readonly Dictionary<string, (Shape Inner, bool IsList, bool Optional)> _members = new(StringComparer.Ordinal);

    private Shape()
    {
    }

    public static Shape Parse(string text)
    {
        int at = 0;
        return Parse(text, ref at);
    }

    /// <summary>What is amiss with an answer: members that lack or are too many, and nested ones that could not be looked at.</summary>
    public IReadOnlyList<string> Check(JsonElement json)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Check(json, "$", faults, seen);
        faults.AddRange(Nested("$").Where(path => !seen.Contains(path)).Select(path => $"{path} is nowhere in the answer: nothing was compared"));
        return faults;
    }

    private static Shape Parse(string text, ref int at)
    {
        var shape = new Shape();
        while (at < text.Length && text[at] is not ('}' or ']'))
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && text[at] is not (' ' or '{' or '[' or '}' or ']')) at++;
            string name = text[start..at];
            bool isObject = at < text.Length && text[at] is '{' or '[';
            bool isList = isObject && text[at] == '[';
            Shape inner = new();
            bool optional = false;
            if (isObject)
            {
                at++;
                inner = Parse(text, ref at);
                at++;
                optional = at < text.Length && text[at] == '?';
                if (optional) at++;
            }

            shape._members.Add(name, (inner, isList, optional));
        }

        return shape;
    }

    private void Check(JsonElement json, string path, List<string> faults, HashSet<string> seen)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{path} is no object");
            return;
        }

        string[] names = [.. json.EnumerateObject().Select(p => p.Name)];
        faults.AddRange(_members.Keys.Except(names, StringComparer.Ordinal).Select(name => $"{path}.{name} is left out"));
        faults.AddRange(names.Except(_members.Keys, StringComparer.Ordinal).Select(name => $"{path}.{name} is in no contract"));
        foreach ((string name, (Shape inner, bool isList, _)) in _members.Where(m => m.Value.Inner._members.Count > 0))
        {
            if (!json.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) continue;
            if (isList && value.ValueKind != JsonValueKind.Array) faults.Add($"{path}.{name} is no list");
            foreach (JsonElement one in isList && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            {
                seen.Add($"{path}.{name}");
                inner.Check(one, $"{path}.{name}", faults, seen);
            }
        }
    }

    /// <summary>Paths of objects that an answer has to have for this shape to be worth something.</summary>
    private IEnumerable<string> Nested(string path) =>
        _members.Where(m => m.Value.Inner._members.Count > 0 && !m.Value.Optional).SelectMany(m => m.Value.Inner.Nested($"{path}.{m.Key}").Prepend($"{path}.{m.Key}"));
}
