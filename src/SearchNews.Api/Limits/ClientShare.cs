using System.Runtime.InteropServices;

namespace SearchNews.Api.Limits;

/// <summary>What one request leaves of its client's bucket.</summary>
/// <param name="IsAllowed">False when the bucket was empty.</param>
/// <param name="Remaining">Requests that may follow at once.</param>
/// <param name="Wait">How long until one may come; zero when one may at once.</param>
/// <param name="Reset">How long until the bucket is full again.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientShare(bool IsAllowed, int Remaining, TimeSpan Wait, TimeSpan Reset);
