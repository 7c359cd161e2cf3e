using System.Globalization;
using SearchNews.Search.Generations;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Keeps what cannot be opened from being read again and again: after a failure the same state of a generation is let alone for a second, then two, up to half a
/// minute. A state is another one when a file comes, goes, or changes its length or time. One thread at a time.
/// </summary>
internal sealed class RetryDelay(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private string? _failed;
    private TimeSpan _delay;
    private long _since;

    /// <summary>Whether a generation may be opened now.</summary>
    public bool IsOver(Generation? generation) => _failed is null || clock.GetElapsedTime(_since) >= _delay || StateOf(generation) != _failed;

    /// <summary>Opening failed.</summary>
    public void Start(Generation? generation)
    {
        string state = StateOf(generation);
        _delay = state == _failed ? TimeSpan.FromTicks(Math.Min(_delay.Ticks * 2, Longest.Ticks)) : First;
        _failed = state;
        _since = clock.GetTimestamp();
    }

    /// <summary>Opening succeeded.</summary>
    public void Clear() => _failed = null;

    private static string StateOf(Generation? generation)
    {
        if (generation is null || !Directory.Exists(generation.Path)) return generation?.Name ?? "";
        IEnumerable<string> files = new DirectoryInfo(generation.Path).EnumerateFiles()
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}"))
            .Order(StringComparer.Ordinal);
        return $"{generation.Name}/{string.Join('/', files)}";
    }
}
