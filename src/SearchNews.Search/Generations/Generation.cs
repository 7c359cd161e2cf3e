using System.Globalization;

namespace SearchNews.Search.Generations;

/// <summary>One built index: a folder <c>g000001</c>, <c>g000002</c> ... that is a plain Lucene directory.</summary>
/// <param name="Number">1 or more.</param>
/// <param name="Path">The folder.</param>
public sealed record Generation(long Number, string Path)
{
    /// <summary>The folder's name.</summary>
    public string Name => NameOf(Number);

    /// <summary>The name of a generation.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"g{number:D6}");

    /// <summary>The number in a generation's name; false for any other name.</summary>
    public static bool TryParseName(string name, out long number)
    {
        number = 0;
        return name.Length is >= 2 and <= 19 && name[0] == 'g'
            && long.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0 && NameOf(number) == name;
    }
}
