using SearchNews.Search.Embedded;

namespace SearchNews.Search.Paging;

/// <summary>
/// Holds what cursors were given for, so that lists stay the same while the index changes. A snapshot is held until it was not used for <see cref="Lease"/>, or until
/// <see cref="MaxPinned"/> others beside the current one were used later. Snapshots share the segments that both have, so one more costs what changed. Thread-safe.
/// </summary>
internal sealed class SnapshotPins(TimeProvider clock)
{
    /// <summary>Most snapshots that are held beside the current one, which is there anyway.</summary>
    public const int MaxPinned = 16;

    private readonly Lock _changing = new();

    // The least recently used first.
    private readonly List<Pin> _pins = [];
    private long _lastId;

    /// <summary>How long a snapshot is held after its last use, inclusive.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How many are held, the current one counted when a cursor was given for it.</summary>
    public int Count
    {
        get
        {
            lock (_changing) return _pins.Count;
        }
    }

    /// <summary>Holds a view from now on; returns the number it is found by, the same for as long as it is held.</summary>
    /// <param name="view">What to hold.</param>
    /// <param name="current">The snapshot that new searches are answered from; null when there is none.</param>
    public long Hold(SearchView view, ArticleSnapshot? current)
    {
        lock (_changing)
        {
            // First, so that what is over stays over: the same view gets another number.
            _pins.RemoveAll(IsOver);
            int place = _pins.FindIndex(pin => pin.View.IsSameAs(view));
            if (place < 0) _pins.Add(new Pin(++_lastId, view, clock.GetTimestamp()));
            else Touch(place);
            long id = _pins[^1].Id;
            DropTooMany(current);
            return id;
        }
    }

    /// <summary>What is held under a number, used once more; null when it is not held any more.</summary>
    public SearchView? Find(long id)
    {
        lock (_changing)
        {
            int place = _pins.FindIndex(pin => pin.Id == id);
            if (place < 0 || IsOver(_pins[place])) return null;
            Touch(place);
            return _pins[^1].View;
        }
    }

    /// <summary>Lets go of what nobody may ask for any more.</summary>
    /// <param name="current">The snapshot that new searches are answered from; null when there is none.</param>
    public void Release(ArticleSnapshot? current)
    {
        lock (_changing)
        {
            _pins.RemoveAll(IsOver);
            DropTooMany(current);
        }
    }

    private void Touch(int place)
    {
        Pin pin = _pins[place];
        _pins.RemoveAt(place);
        _pins.Add(pin with { LastUse = clock.GetTimestamp() });
    }

    private void DropTooMany(ArticleSnapshot? current)
    {
        int tooMany = _pins.Count(pin => !IsOf(pin, current)) - MaxPinned;
        for (int i = 0; i < _pins.Count && tooMany > 0;)
        {
            if (IsOf(_pins[i], current))
            {
                i++;
                continue;
            }

            _pins.RemoveAt(i);
            tooMany--;
        }
    }

    private bool IsOver(Pin pin) => clock.GetElapsedTime(pin.LastUse) > Lease;

    private static bool IsOf(Pin pin, ArticleSnapshot? current) => ReferenceEquals(pin.View.Snapshot, current);

    private sealed record Pin(long Id, SearchView View, long LastUse);
}
