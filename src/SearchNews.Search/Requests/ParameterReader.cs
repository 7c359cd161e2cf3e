using System.Globalization;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Requests;

/// <summary>Takes named text values apart and gathers every error, so that a caller sees all of them at once.</summary>
internal sealed class ParameterReader
{
    private const string Id = "id";
    private const string Exclusion = "-";

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Collects the values and reports names that are not in <paramref name="known"/>, with the nearest one that is.</summary>
    public ParameterReader(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyCollection<string> known)
    {
        foreach ((string name, string value) in parameters)
        {
            if (!known.Contains(name, StringComparer.Ordinal)) AddError(name, UnknownName(name, known));
            else if (_values.TryGetValue(name, out List<string>? list)) list.Add(value);
            else _values[name] = [value];
        }
    }

    /// <summary>Records an error of a parameter.</summary>
    public void AddError(string name, string message)
    {
        if (!_errors.TryGetValue(name, out List<string>? list)) _errors[name] = list = [];
        if (!list.Contains(message, StringComparer.Ordinal)) list.Add(message);
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="InvalidRequestException">There were errors.</exception>
    public void ThrowIfInvalid()
    {
        if (_errors.Count > 0)
            throw new InvalidRequestException(_errors.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The single value, or null when it is not given or blank, as an empty field of a form is; giving it twice is an error.</summary>
    public string? Text(string name)
    {
        if (!_values.TryGetValue(name, out List<string>? list)) return null;
        if (list.Count > 1) AddError(name, $"is given {list.Count} times; give it once.");
        return string.IsNullOrWhiteSpace(list[0]) ? null : list[0];
    }

    /// <summary>All values, blank ones left out; a lone <c>-</c>, which excludes nothing, is an error.</summary>
    public IReadOnlyList<string> List(string name)
    {
        string[] values = Values(name);
        if (Array.IndexOf(values, Exclusion) >= 0) AddError(name, "'-' excludes nothing; write what is to be excluded right after it.");
        return values;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int Int32(string name, int fallback, int min, int max)
    {
        string? text = Text(name);
        if (text is null) return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max) return value;
        AddError(name, $"'{Shorten(text)}' is not a whole number from {min} to {max}.");
        return fallback;
    }

    /// <summary>A number between two bounds, or null when it is not given.</summary>
    public double? Number(string name, double min, double max)
    {
        string? text = Text(name);
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= min && value <= max) return value;
        AddError(name, double.IsFinite(max) ? $"'{Shorten(text)}' is not a number from {min} to {max}." : $"'{Shorten(text)}' is not a number.");
        return null;
    }

    /// <summary>One of an enum's values by its lower-case name, or null when it is not given.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        string? text = Text(name);
        return text is null ? null : ChoiceOf<T>(name, text);
    }

    /// <summary>Some of an enum's values by their lower-case names, repeated or separated by commas; each once, in the order given.</summary>
    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum
    {
        string[] parts = Parts(name);
        if (parts.Length == 0) return [];
        var chosen = new List<T>();
        foreach (string text in parts)
        {
            if (ChoiceOf<T>(name, text) is { } value && !chosen.Contains(value)) chosen.Add(value);
        }

        if (chosen.Count == 0) return [];
        return chosen;
    }

    /// <summary>Members of an answer, repeated or separated by commas; the id is always one of them. Null when none is named.</summary>
    public FieldSelection? Fields(string name, IReadOnlyCollection<string> known)
    {
        string[] parts = Parts(name);
        if (parts.Length == 0) return null;
        string[] fields = [.. parts.Distinct(StringComparer.Ordinal)];
        foreach (string field in fields.Where(field => !known.Contains(field, StringComparer.Ordinal)))
        {
            string? nearest = NearestName.Find(field, known);
            string instead = nearest is null ? $"known are {string.Join(", ", known)}." : $"did you mean '{nearest}'?";
            AddError(name, $"'{Shorten(field)}' is not a field; {instead}");
        }

        return fields.Length == 0 ? null : new FieldSelection([Id, .. fields]);
    }

    /// <summary>A flag written 1, true, 0 or false.</summary>
    public bool Flag(string name)
    {
        string? text = Text(name);
        if (text is null or "0" or "false") return false;
        if (text is "1" or "true") return true;
        AddError(name, $"'{Shorten(text)}' is not 0 or 1.");
        return false;
    }

    /// <summary>Keeps an error message of bounded length, whatever was sent.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");

    // What commas separate.
    private string[] Parts(string name) =>
        Values(name) is { Length: > 0 } values ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] : [];

    private string[] Values(string name) => _values.TryGetValue(name, out List<string>? list) ? [.. list.Select(v => v.Trim()).Where(v => v.Length > 0)] : [];

    private T? ChoiceOf<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(LowerName(value), text, StringComparison.Ordinal)) return value;
        }

        AddError(name, $"'{Shorten(text)}' is not one of {string.Join(", ", Enum.GetValues<T>().Select(LowerName))}.");
        return null;
    }

    private static string LowerName<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string UnknownName(string name, IReadOnlyCollection<string> known)
    {
        string? nearest = NearestName.Find(name, known);
        return nearest is null
            ? $"is not a known parameter; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}."
            : $"is not a known parameter; did you mean '{nearest}'?";
    }
}
