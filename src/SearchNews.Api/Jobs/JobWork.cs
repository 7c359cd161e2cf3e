using SearchNews.Search.Indexing;

namespace SearchNews.Api.Jobs;

/// <summary>What a job does: blocks until it is done, tells how far it is, and gives its report.</summary>
internal delegate object JobWork(Action<BuildProgress> progress, CancellationToken cancellationToken);
