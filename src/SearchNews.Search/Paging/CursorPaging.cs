using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Paging;

/// <summary>Gives cursors and goes on by them: every page of a list comes from the snapshot, the synonyms and the instant of its first page. Thread-safe.</summary>
internal sealed class CursorPaging(TimeProvider clock)
{
    private readonly CursorFormat _format = new();
    private readonly SnapshotPins _pins = new(clock);

    /// <summary>How many snapshots are held for cursors.</summary>
    public int Pinned => _pins.Count;

    /// <summary>What to search for the page that a request's cursor stands before; null when it has none.</summary>
    /// <exception cref="InvalidRequestException">It is no cursor, or that of another list.</exception>
    /// <exception cref="CursorExpiredException">What it goes on in is not held any more.</exception>
    public ResumedSearch? Resume(SearchRequest request)
    {
        if (request.Cursor is not { } cursor) return null;
        CursorPosition position = _format.Read(cursor, request);
        SearchView view = _pins.Find(position.Pin)
            ?? throw new CursorExpiredException($"The cursor was not used for {SnapshotPins.Lease.TotalMinutes} minutes, or the index changed too often since; start again with the first page.");
        ArticleFilter filter = request.Age is null ? request.Filter : request.Filter with { From = position.From };
        return new ResumedSearch(view, request with { Page = position.Page, Filter = filter }, position.After, position.Now);
    }

    /// <summary>A cursor for what comes after a page; from now on its snapshot is held.</summary>
    /// <param name="view">What the page was answered from.</param>
    /// <param name="request">What it was the answer to.</param>
    /// <param name="last">Its last hit.</param>
    /// <param name="now">What ages in the score were counted from.</param>
    /// <param name="current">The snapshot that new searches are answered from.</param>
    public string Offer(SearchView view, SearchRequest request, RankedHit last, DateTimeOffset now, ArticleSnapshot? current) =>
        _format.Write(new CursorPosition(_pins.Hold(view, current), request.Page + 1, last, now, request.Age is null ? null : request.Filter.From), request);

    /// <summary>Lets go of what no cursor may ask for any more.</summary>
    /// <param name="current">The snapshot that new searches are answered from; null when there is none.</param>
    public void Release(ArticleSnapshot? current) => _pins.Release(current);
}
